using System.Device.Gpio;
using Appliance.App.Networking;
using Appliance.Core.Led;
using Appliance.Core.Scheduling;

namespace Appliance.App.Indication;

/// <summary>Drives the status light, and heeds the button beside it: a short press identifies, a long one tells the address.</summary>
public sealed class Indicator : Worker
{
    private const int PeriodMs = 50;

    private readonly LedSpeaker _speaker;
    private readonly Light _light;
    private readonly Network _network;
    private readonly ButtonReader _reader = new ButtonReader();
    private GpioPin _button;
    private PinValue _whenDown;
    private bool _hasBegun;
    private int _shown = ~LedPattern.White;

    public Indicator(LedSpeaker speaker, Light light, Network network)
        : base("indicator")
    {
        _speaker = speaker;
        _light = light;
        _network = network;

        // Lit is alive, even while there is no thread yet that could blink.
        _light.Show(true, LedPattern.White);
    }

    /// <param name="pin">An input that rests at the other level.</param>
    /// <param name="isActiveLow">Low while the button is down.</param>
    public void Attach(GpioPin pin, bool isActiveLow)
    {
        _whenDown = isActiveLow ? PinValue.Low : PinValue.High;
        _button = pin;
    }

    public override long Step(long now)
    {
        if (!_hasBegun)
        {
            _hasBegun = true;
            _speaker.Begin(now);
        }

        if (_button != null)
        {
            Heed(_reader.Look(_button.Read() == _whenDown, now), now);
        }

        bool isLit = _speaker.IsLit(now);
        int colour = _speaker.Colour(now);

        // Of a light without colours the lit and the dark of a strobe differ, of one with colours the colours do.
        int shown = isLit ? ~colour : colour;
        if (shown != _shown)
        {
            _shown = shown;
            _light.Show(isLit, colour);
        }

        return now + PeriodMs;
    }

    private void Heed(ButtonPress press, long now)
    {
        if (press == ButtonPress.Short)
        {
            _speaker.Identify(now);
        }
        else if (press == ButtonPress.Long)
        {
            _speaker.TellAddress(_network.Address, now);
        }
    }
}

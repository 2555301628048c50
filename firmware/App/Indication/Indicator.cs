using System.Device.Gpio;
using Appliance.Core.Led;
using Appliance.Core.Scheduling;

namespace Appliance.App.Indication;

/// <summary>Drives the status LED on a pin.</summary>
public sealed class Indicator : Worker
{
    private const int PeriodMs = 50;

    private readonly LedSpeaker _speaker;
    private readonly GpioPin _pin;
    private readonly bool _isActiveLow;
    private bool _isLit;

    /// <param name="isActiveLow">A low pin lights the LED.</param>
    public Indicator(LedSpeaker speaker, GpioPin pin, bool isActiveLow)
        : base("indicator")
    {
        _speaker = speaker;
        _pin = pin;
        _isActiveLow = isActiveLow;
        Show(false);
    }

    public override long Step(long now)
    {
        bool isLit = _speaker.IsLit(now);
        if (isLit != _isLit)
        {
            Show(isLit);
        }

        return now + PeriodMs;
    }

    private void Show(bool isLit)
    {
        _isLit = isLit;
        _pin.Write(isLit != _isActiveLow ? PinValue.High : PinValue.Low);
    }
}

using VirtualBoard.Buses;
using VirtualBoard.Running;

namespace VirtualRack.Chips;

/// <summary>A plain LED on a GPIO pin. It is dark while the firmware does not drive the pin.</summary>
public sealed class StatusLed : LedWatcher
{
    private readonly Pin _pin;
    private readonly bool _activeLow;
    private readonly LedColour _lit;

    /// <param name="activeLow">Wired to the supply: a low pin lights it.</param>
    /// <param name="lit">Its colour when lit; green unless told.</param>
    public StatusLed(TimeBase time, Pin pin, bool activeLow = false, LedColour? lit = null)
        : base(time)
    {
        _pin = pin;
        _activeLow = activeLow;
        _lit = lit ?? new LedColour(0, 255, 0);
        pin.Changed += (_, _) => Refresh();
        Refresh();
    }

    /// <summary>A pin can begin or cease to be an output without a change of its level.</summary>
    protected override void Refresh()
    {
        bool driven = _pin.Direction is PinDirection.Output or PinDirection.OpenDrain;
        Show(driven && _pin.Level != _activeLow ? _lit : LedColour.Dark);
    }
}

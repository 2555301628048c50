using VirtualBoard.Buses;
using VirtualBoard.Running;

namespace VirtualRack.Chips;

/// <summary>A plain LED on a GPIO pin. It is dark while the firmware does not drive the pin.</summary>
public sealed class StatusLed : LedWatcher
{
    private readonly bool _activeLow;
    private readonly LedColour _lit;

    /// <param name="activeLow">Wired to the supply: a low pin lights it.</param>
    /// <param name="lit">Its colour when lit; green unless told.</param>
    public StatusLed(TimeBase time, Pin pin, bool activeLow = false, LedColour? lit = null)
        : base(time)
    {
        _activeLow = activeLow;
        _lit = lit ?? new LedColour(0, 255, 0);
        pin.Changed += (p, _) => Look(p);
        Look(pin);
    }

    private void Look(Pin pin)
    {
        bool driven = pin.Direction is PinDirection.Output or PinDirection.OpenDrain;
        Show(driven && pin.Level != _activeLow ? _lit : LedColour.Dark);
    }
}

using VirtualBoard.Buses;
using VirtualBoard.Running;

namespace VirtualRack.Chips;

/// <summary>A red, an amber and a green LED side by side. From afar they are one light, whose colour tells which of them are lit.</summary>
public sealed class ThreeLeds : LedWatcher
{
    private static readonly LedColour RedLight = new(128, 0, 0);
    private static readonly LedColour AmberLight = new(96, 64, 0);
    private static readonly LedColour GreenLight = new(0, 128, 0);

    private readonly StatusLed[] _parts;

    /// <param name="activeLow">Wired to the supply: a low pin lights them.</param>
    public ThreeLeds(TimeBase time, Pin red, Pin amber, Pin green, bool activeLow = false)
        : base(time)
    {
        Red = new StatusLed(time, red, activeLow, RedLight);
        Amber = new StatusLed(time, amber, activeLow, AmberLight);
        Green = new StatusLed(time, green, activeLow, GreenLight);
        _parts = [Red, Amber, Green];
        foreach (var part in _parts)
            part.Changed += _ => Refresh();
    }

    public StatusLed Red { get; }

    public StatusLed Amber { get; }

    public StatusLed Green { get; }

    protected override void Refresh()
    {
        var lights = _parts.Select(p => p.Colour).ToList();
        Show(new LedColour((byte)lights.Sum(l => l.Red), (byte)lights.Sum(l => l.Green), 0));
    }
}

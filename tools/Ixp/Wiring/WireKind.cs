namespace Ixp.Wiring;

/// <summary>What a wire carries, and how it is drawn: by colour, and by dashes for who prints in black and white.</summary>
/// <param name="Name">For the legend.</param>
/// <param name="Dashes">Of SVG; empty for a line without.</param>
internal sealed record WireKind(string Name, string Colour, string Dashes, double Width)
{
    public static WireKind Supply { get; } = new("supply", "#c0392b", "", 3);

    public static WireKind Ground { get; } = new("ground", "#222222", "", 3);

    public static WireKind I2c { get; } = new("I2C", "#1f5fbf", "", 1.6);

    public static WireKind Serial { get; } = new("serial", "#7d3c98", "10 4", 1.6);

    public static WireKind OneWire { get; } = new("1-Wire", "#1e8449", "2 3", 2);

    public static WireKind Pulses { get; } = new("pulses", "#b9770e", "10 3 2 3", 1.6);

    public static WireKind Contact { get; } = new("contact", "#117a8b", "5 3", 1.6);

    public static WireKind Analogue { get; } = new("analogue", "#6b6b00", "14 4", 1.6);

    public static WireKind Light { get; } = new("light", "#b03a6f", "4 2", 1.6);

    public static IReadOnlyList<WireKind> All { get; } = [Supply, Ground, I2c, Serial, OneWire, Pulses, Contact, Analogue, Light];
}

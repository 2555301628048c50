namespace Ixp.Wiring;

/// <summary>One wire from the board to a part.</summary>
/// <param name="From">Its end on the board: <c>GPIO13  SDA</c>.</param>
/// <param name="To">Its end on the part; empty for one that ends at a resistor in between.</param>
internal sealed record Wire(string From, string To, WireKind Kind)
{
    /// <summary>A resistor from here up to the supply, which is the first wire of the part; empty for none.</summary>
    public string PullUp { get; init; } = "";

    /// <summary>A resistor in the wire; empty for none.</summary>
    public string Series { get; init; } = "";

    /// <summary>Joined with the wire above, which goes on to the part.</summary>
    public bool IsJoined { get; init; }

    public static Wire Supply(string to, string volts = "3.3 V") => new(volts, to, WireKind.Supply);

    public static Wire Ground(string to = "GND") => new("GND", to, WireKind.Ground);
}

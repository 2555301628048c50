namespace Ixp.Sites.Boards;

/// <summary>What is known of one pin of a board.</summary>
/// <param name="Number">GPIO number.</param>
/// <param name="Role">What it is on this board, for people.</param>
public sealed record BoardPin(int Number, string Role, PinUse Use)
{
    /// <summary>It has neither an output driver nor pulls.</summary>
    public bool IsInputOnly { get; init; }

    /// <summary>Level that it needs at the start: true for high; null if that does not matter.</summary>
    public bool? Strap { get; init; }

    /// <summary>Unit of the ADC, 1 or 2; 0 if it has none.</summary>
    public int AdcUnit { get; init; }

    /// <summary>Channel of the ADC as the firmware counts them.</summary>
    public int AdcChannel { get; init; }

    /// <summary>Resistor that is on the board: <c>up 2.2k</c>; empty for none.</summary>
    public string Pull { get; init; } = "";

    /// <summary>Its digital input dips for some 80 ns now and then: no pulses can be counted there.</summary>
    public bool Dips { get; init; }

    /// <summary>What whoever wires it must know; empty for nothing.</summary>
    public string Hazard { get; init; } = "";

    /// <summary>Where it is broken out; empty if that is not known.</summary>
    public string Header { get; init; } = "";

    public required Evidence Evidence { get; init; }
}

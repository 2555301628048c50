namespace Ixp.Wiring;

/// <summary>What is wired to a board, with its wires from top to bottom.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Lines">More of it, a line each.</param>
internal sealed record WiringPart(string Title, IReadOnlyList<string> Lines, IReadOnlyList<Wire> Wires)
{
    /// <summary>A box that the signals pass on their way; empty for none.</summary>
    public string Between { get; init; } = "";
}

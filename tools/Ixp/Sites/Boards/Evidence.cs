namespace Ixp.Sites.Boards;

/// <summary>How a fact is known.</summary>
/// <param name="Path">Where in the file the fact stands; empty for the board as a whole.</param>
/// <param name="Sources">Keys of the board's sources.</param>
/// <param name="Verified"><c>hardware</c>, <c>source</c> or <c>unverified</c>.</param>
public sealed record Evidence(string Path, IReadOnlyList<string> Sources, string Verified)
{
    /// <summary>Tried on the board, read in public sources, or neither.</summary>
    public static IReadOnlyList<string> Ways { get; } = ["hardware", "source", "unverified"];
}

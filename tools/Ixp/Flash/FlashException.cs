namespace Ixp.Flash;

/// <summary>Flashing cannot go on.</summary>
/// <param name="what">What is wrong, for people.</param>
/// <param name="next">What to do next: a sentence.</param>
public sealed class FlashException(string what, string next) : Exception($"{what}.\nNext: {next}")
{
    public string What { get; } = what;

    public string Next { get; } = next;
}

namespace Ixp.Card;

/// <summary>One pattern of the light in words.</summary>
/// <param name="Looks">What somebody sees.</param>
/// <param name="Means">What it says.</param>
/// <param name="First">What to do first.</param>
public sealed record PatternText(string Looks, string Means, string First);

namespace Ixp.Card;

/// <summary>A part of the site, which the light counts out, in words.</summary>
/// <param name="First">What to do first where it is in trouble.</param>
public sealed record SubsystemText(string Name, string First);

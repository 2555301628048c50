namespace Ixp.Sites;

/// <summary>Pins of a status light made of three LEDs.</summary>
public sealed record ThreeLedPins(int Red, int Amber, int Green);

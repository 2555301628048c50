namespace VirtualRack.Chips;

/// <summary>An LED began to show a colour at a time of the world.</summary>
public readonly record struct LedChange(long AtMicros, LedColour Colour);

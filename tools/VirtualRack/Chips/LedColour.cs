namespace VirtualRack.Chips;

/// <summary>Light of one LED, 0 to 255 a colour.</summary>
public readonly record struct LedColour(byte Red, byte Green, byte Blue)
{
    public static readonly LedColour Dark = default;

    public bool IsLit => this != Dark;
}

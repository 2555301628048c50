namespace VirtualRack.Chips;

/// <summary>What can be wrong with a divider.</summary>
[Flags]
public enum DividerTapFaults
{
    None = 0,

    /// <summary>The wire to the supply is cut: the lower resistor holds the tap at ground.</summary>
    Absent = 1,

    /// <summary>The tap touches ground.</summary>
    Shorted = 2,

    /// <summary>The lower resistor is broken: the tap follows the supply, far beyond the range.</summary>
    BottomOpen = 4,
}

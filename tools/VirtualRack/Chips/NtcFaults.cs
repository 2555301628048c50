namespace VirtualRack.Chips;

/// <summary>What can be wrong with a thermistor and its two wires.</summary>
[Flags]
public enum NtcFaults
{
    None = 0,

    /// <summary>Unplugged, or a wire is cut.</summary>
    Absent = 1,

    /// <summary>The wires touch.</summary>
    Shorted = 2,
}

namespace VirtualRack.Chips;

/// <summary>What can be wrong with a contact and its two wires.</summary>
[Flags]
public enum DryContactFaults
{
    None = 0,

    /// <summary>A wire is cut: open for ever.</summary>
    Absent = 1,

    /// <summary>The wires touch: closed for ever.</summary>
    Shorted = 2,

    /// <summary>A worn contact that bounces for 80 ms.</summary>
    LongBounce = 4,

    /// <summary>A loose contact that opens and closes ten times a second.</summary>
    Chatter = 8,
}

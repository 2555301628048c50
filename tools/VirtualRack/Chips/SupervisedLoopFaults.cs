namespace VirtualRack.Chips;

/// <summary>What can be wrong with a supervised loop.</summary>
[Flags]
public enum SupervisedLoopFaults
{
    None = 0,

    /// <summary>Unplugged, or a wire is cut.</summary>
    Absent = 1,

    /// <summary>The wires touch before the contact.</summary>
    Shorted = 2,

    /// <summary>The contact is corroded: 300 ohms when closed.</summary>
    Corroded = 4,
}

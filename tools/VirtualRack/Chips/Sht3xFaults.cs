namespace VirtualRack.Chips;

/// <summary>What can be wrong with an SHT3x.</summary>
[Flags]
public enum Sht3xFaults
{
    None = 0,

    /// <summary>Unplugged: its address is not acknowledged.</summary>
    Absent = 1,

    /// <summary>Commands are not acknowledged, the address is.</summary>
    RefusesCommands = 2,

    /// <summary>A measurement never ends: every read is NACKed.</summary>
    NeverReady = 4,

    /// <summary>The check bytes of a measurement are wrong.</summary>
    CrcError = 8,

    /// <summary>The same words again and again.</summary>
    Stuck = 16,

    /// <summary>Both words are 0xFFFF: 130 °C and 100 %.</summary>
    OutOfRange = 32,

    /// <summary>A measurement takes three times what the datasheet allows.</summary>
    Slow = 64,
}

namespace VirtualRack.Chips;

/// <summary>What can be wrong with an INA219.</summary>
[Flags]
public enum Ina219Faults
{
    None = 0,

    /// <summary>Unplugged: its address is not acknowledged.</summary>
    Absent = 1,

    /// <summary>Bytes after the address are not acknowledged.</summary>
    RefusesWrites = 2,

    /// <summary>Every register reads as ones: the data line is stuck high behind the address.</summary>
    AllOnes = 4,

    /// <summary>Conversions run but bring no new values.</summary>
    Stuck = 8,

    /// <summary>Shunt and bus are beyond their ranges: the sense wires are off.</summary>
    OutOfRange = 16,

    /// <summary>The oscillator crawls: conversions take ten times as long.</summary>
    Slow = 32,

    /// <summary>No conversion ends any more.</summary>
    NeverReady = 64,
}

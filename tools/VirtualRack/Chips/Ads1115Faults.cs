namespace VirtualRack.Chips;

/// <summary>What can be wrong with an ADS1115.</summary>
[Flags]
public enum Ads1115Faults
{
    None = 0,

    /// <summary>Unplugged: its address is not acknowledged.</summary>
    Absent = 1,

    /// <summary>Bytes after the address are not acknowledged.</summary>
    RefusesWrites = 2,

    /// <summary>Every register reads 0xFFFF: the data line is stuck high behind the address.</summary>
    AllOnes = 4,

    /// <summary>The status bit never tells that a conversion is done.</summary>
    NeverReady = 8,

    /// <summary>Conversions end but bring no new values.</summary>
    Stuck = 16,

    /// <summary>Every conversion is 0x7FFF: the inputs are beyond the range.</summary>
    OutOfRange = 32,

    /// <summary>The oscillator crawls: conversions take ten times as long.</summary>
    Slow = 64,
}

namespace VirtualRack.Chips;

/// <summary>What can be wrong with a DS18B20.</summary>
[Flags]
public enum Ds18b20Faults
{
    None = 0,

    /// <summary>Unplugged: no presence, no bits.</summary>
    Absent = 1,

    /// <summary>The ninth byte does not fit the eight before it.</summary>
    CrcError = 2,

    /// <summary>Conversions change nothing any more: the reading freezes.</summary>
    Stuck = 4,

    /// <summary>The part browns out in every conversion and tells 85.0 °C.</summary>
    PowerOnValue = 8,

    /// <summary>Every conversion ends in 0x07FF, 127.94 °C: parasite power with a floating supply pin.</summary>
    OutOfRange = 16,

    /// <summary>A conversion takes twice what the datasheet allows.</summary>
    Slow = 32,

    /// <summary>A counterfeit that keeps 0x0C in byte 6, ignores the resolution and converts in 30 ms.</summary>
    Clone = 64,

    /// <summary>A counterfeit of the other kind: tells 25.0 °C at first and has 0x66 in byte 7.</summary>
    CloneWarm = 128,

    /// <summary>The part holds the data line low.</summary>
    ShortedData = 256,

    /// <summary>No supply wire: busy cannot be polled, and bus traffic during a conversion ruins it.</summary>
    ParasitePower = 512,

    /// <summary>A counterfeit that keeps 12 bits, and says so, whatever is written to the configuration.</summary>
    FixedResolution = 1024,
}

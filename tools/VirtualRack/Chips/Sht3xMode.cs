namespace VirtualRack.Chips;

/// <summary>What a measurement command of an SHT3x starts (datasheet tables 9 to 12).</summary>
/// <param name="Micros">Longest duration of one measurement.</param>
/// <param name="PeriodMicros">From one measurement to the next; 0 for a single shot.</param>
/// <param name="Stretches">The clock is held low until the data are there, where others do not acknowledge.</param>
internal readonly record struct Sht3xMode(long Micros, long PeriodMicros, bool Stretches)
{
    private const long High = 15_000, Medium = 6_000, Low = 4_000;

    /// <returns>Null for a command that measures nothing.</returns>
    public static Sht3xMode? Of(int command) => command switch
    {
        0x2400 => new(High, 0, false),
        0x240B => new(Medium, 0, false),
        0x2416 => new(Low, 0, false),
        0x2C06 => new(High, 0, true),
        0x2C0D => new(Medium, 0, true),
        0x2C10 => new(Low, 0, true),
        0x2032 => new(High, 2_000_000, false),
        0x2024 => new(Medium, 2_000_000, false),
        0x202F => new(Low, 2_000_000, false),
        0x2130 => new(High, 1_000_000, false),
        0x2126 => new(Medium, 1_000_000, false),
        0x212D => new(Low, 1_000_000, false),
        0x2236 => new(High, 500_000, false),
        0x2220 => new(Medium, 500_000, false),
        0x222B => new(Low, 500_000, false),
        0x2334 => new(High, 250_000, false),
        0x2322 => new(Medium, 250_000, false),
        0x2329 => new(Low, 250_000, false),
        0x2737 => new(High, 100_000, false),
        0x2721 => new(Medium, 100_000, false),
        0x272A => new(Low, 100_000, false),
        _ => null,
    };
}

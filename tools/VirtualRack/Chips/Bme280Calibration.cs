namespace VirtualRack.Chips;

/// <summary>The trimming values of one BME280 (Bosch BME280 datasheet, table 16). The defaults are those of an ordinary part.</summary>
public sealed record Bme280Calibration
{
    public ushort T1 { get; init; } = 27504;

    public short T2 { get; init; } = 26435;

    public short T3 { get; init; } = -1000;

    public ushort P1 { get; init; } = 36477;

    public short P2 { get; init; } = -10685;

    public short P3 { get; init; } = 3024;

    public short P4 { get; init; } = 2855;

    public short P5 { get; init; } = 140;

    public short P6 { get; init; } = -7;

    public short P7 { get; init; } = 15500;

    public short P8 { get; init; } = -14600;

    public short P9 { get; init; } = 6000;

    public byte H1 { get; init; } = 75;

    public short H2 { get; init; } = 362;

    public byte H3 { get; init; }

    /// <summary>12 bits.</summary>
    public short H4 { get; init; } = 318;

    /// <summary>12 bits.</summary>
    public short H5 { get; init; } = 50;

    public sbyte H6 { get; init; } = 30;

    /// <summary>Writes them where the chip shows them: 0x88 to 0xA1 and 0xE1 to 0xE7.</summary>
    /// <param name="registers">All 256.</param>
    public void Store(Span<byte> registers)
    {
        int[] words = [T1, T2, T3, P1, P2, P3, P4, P5, P6, P7, P8, P9];
        for (int i = 0; i < words.Length; i++)
        {
            registers[0x88 + (2 * i)] = (byte)words[i];
            registers[0x89 + (2 * i)] = (byte)(words[i] >> 8);
        }

        registers[0xA1] = H1;
        registers[0xE1] = (byte)H2;
        registers[0xE2] = (byte)(H2 >> 8);
        registers[0xE3] = H3;
        registers[0xE4] = (byte)(H4 >> 4);
        registers[0xE5] = (byte)((H4 & 0x0F) | (H5 << 4));
        registers[0xE6] = (byte)(H5 >> 4);
        registers[0xE7] = (byte)H6;
    }
}

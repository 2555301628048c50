namespace Appliance.Core.Chips;

/// <summary>Resolution of a DS18B20: what it stands for in the configuration byte, and what it costs (datasheet tables 2 and 3).</summary>
public static class Ds18b20Resolution
{
    public const int LowestBits = 9;

    public const int HighestBits = 12;

    /// <param name="bits">9 to 12.</param>
    /// <returns>Byte 4 of the scratchpad.</returns>
    public static byte Configuration(int bits) => (byte)(((bits - LowestBits) << 5) | 0x1F);

    /// <param name="configuration">Byte 4 of the scratchpad.</param>
    /// <returns>9 to 12 bits.</returns>
    public static int Bits(byte configuration) => LowestBits + ((configuration >> 5) & 3);

    /// <param name="bits">9 to 12.</param>
    /// <returns>t_CONV in milliseconds: 750 at 12 bits, half of it for each bit less, rounded up.</returns>
    public static int ConversionMs(int bits)
    {
        int shift = HighestBits - bits;
        return (750 + (1 << shift) - 1) >> shift;
    }
}

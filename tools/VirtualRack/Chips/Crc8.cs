namespace VirtualRack.Chips;

/// <summary>The two CRC-8 of the sensors; both use the polynomial x^8 + x^5 + x^4 + 1.</summary>
public static class Crc8
{
    /// <summary>Dallas/Maxim 1-Wire: start 0, bits from the lowest. Over data and its CRC it gives 0.</summary>
    public static byte Maxim(ReadOnlySpan<byte> data)
    {
        int crc = 0;
        foreach (byte b in data)
        {
            crc ^= b;
            for (int bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0x8C : crc >> 1;
        }

        return (byte)crc;
    }

    /// <summary>Sensirion SHT: start 0xFF, bits from the highest.</summary>
    public static byte Sensirion(ReadOnlySpan<byte> data)
    {
        int crc = 0xFF;
        foreach (byte b in data)
        {
            crc ^= b;
            for (int bit = 0; bit < 8; bit++)
                crc = (crc & 0x80) != 0 ? ((crc << 1) ^ 0x31) & 0xFF : crc << 1;
        }

        return (byte)crc;
    }
}

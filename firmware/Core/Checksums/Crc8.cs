namespace Appliance.Core.Checksums;

/// <summary>The two CRC-8 that sensors use: both polynomial x⁸+x⁵+x⁴+1, in opposite bit order.</summary>
public static class Crc8
{
    /// <summary>Dallas/Maxim: LSB first, initial 0. Over data and its CRC the result is 0 (Maxim application note 27).</summary>
    public static byte Maxim(byte[] data, int offset, int count)
    {
        int crc = 0;
        for (int i = 0; i < count; i++)
        {
            crc ^= data[offset + i];
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0x8C : crc >> 1;
            }
        }

        return (byte)crc;
    }

    /// <summary>Sensirion: MSB first, initial 0xFF, over each 16-bit word (SHT4x datasheet section 4.4).</summary>
    public static byte Sensirion(byte[] data, int offset, int count)
    {
        int crc = 0xFF;
        for (int i = 0; i < count; i++)
        {
            crc ^= data[offset + i];
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 0x80) != 0 ? ((crc << 1) ^ 0x31) & 0xFF : crc << 1;
            }
        }

        return (byte)crc;
    }
}

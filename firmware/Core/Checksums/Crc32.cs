namespace Appliance.Core.Checksums;

/// <summary>CRC-32 of ISO 3309, as in Ethernet and zip. Guards the configuration file.</summary>
public static class Crc32
{
    /// <param name="seed">0, or the result over what came before.</param>
    public static uint Of(byte[] data, int offset, int count, uint seed = 0)
    {
        uint crc = ~seed;
        for (int i = 0; i < count; i++)
        {
            crc ^= data[offset + i];
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }
        }

        return ~crc;
    }
}

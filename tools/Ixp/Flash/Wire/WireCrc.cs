namespace Ixp.Flash.Wire;

/// <summary>CRC-32 of the Wire Protocol: polynomial 0x04C11DB7, highest bit first, from 0, nothing inverted.</summary>
internal static class WireCrc
{
    private const uint Polynomial = 0x04C11DB7;

    public static uint Of(ReadOnlySpan<byte> data)
    {
        uint crc = 0;
        foreach (byte b in data)
        {
            crc ^= (uint)b << 24;
            for (int bit = 0; bit < 8; bit++)
                crc = (crc & 0x80000000) != 0 ? (crc << 1) ^ Polynomial : crc << 1;
        }

        return crc;
    }
}

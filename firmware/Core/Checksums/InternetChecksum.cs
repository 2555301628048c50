namespace Appliance.Core.Checksums;

/// <summary>The one's-complement sum of IP, ICMP, UDP and TCP (RFC 1071).</summary>
public static class InternetChecksum
{
    /// <returns>The value for a checksum field that was zero; 0 over a whole message that is sound.</returns>
    public static ushort Of(byte[] data, int offset, int count)
    {
        uint sum = 0;
        int end = offset + count;
        for (int i = offset; i + 1 < end; i += 2)
        {
            sum += (uint)((data[i] << 8) | data[i + 1]);
        }

        if ((count & 1) != 0)
        {
            sum += (uint)(data[end - 1] << 8);
        }

        while (sum >> 16 != 0)
        {
            sum = (sum & 0xFFFF) + (sum >> 16);
        }

        return (ushort)~sum;
    }
}

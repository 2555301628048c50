using Appliance.Core.Checksums;

namespace Appliance.Core.Probing;

/// <summary>ICMP echo request and reply (RFC 792), as they go through a raw socket.</summary>
public static class EchoPacket
{
    /// <summary>Bytes of a request: header and 28 bytes of data.</summary>
    public const int Length = 36;

    private const int HeaderLength = 8;
    private const int ProtocolIcmp = 1;
    private const int EchoRequest = 8;
    private const int EchoReply = 0;

    /// <summary>Writes a request into the first <see cref="Length"/> bytes.</summary>
    public static void WriteRequest(byte[] packet, int identifier, int sequence)
    {
        packet[0] = EchoRequest;
        packet[1] = 0;
        packet[2] = 0;
        packet[3] = 0;
        Put(packet, 4, identifier);
        Put(packet, 6, sequence);
        for (int i = HeaderLength; i < Length; i++)
        {
            packet[i] = Filling(i, sequence);
        }

        Put(packet, 2, InternetChecksum.Of(packet, 0, Length));
    }

    /// <summary>
    /// Reads what a raw socket received, IP header included. Whatever is not the whole and sound reply to a request of ours is
    /// none: another's reply, a cut one, one whose data changed on the way.
    /// </summary>
    /// <returns>The sequence number, or -1.</returns>
    public static int ReadReply(byte[] packet, int length, int identifier)
    {
        if (length < 20 || packet[0] >> 4 != 4 || packet[9] != ProtocolIcmp)
        {
            return -1;
        }

        int icmp = (packet[0] & 0x0F) * 4;
        if (icmp < 20 || length - icmp != Length || packet[icmp] != EchoReply || packet[icmp + 1] != 0)
        {
            return -1;
        }

        if (Get(packet, icmp + 4) != identifier || InternetChecksum.Of(packet, icmp, Length) != 0)
        {
            return -1;
        }

        int sequence = Get(packet, icmp + 6);
        for (int i = HeaderLength; i < Length; i++)
        {
            if (packet[icmp + i] != Filling(i, sequence))
            {
                return -1;
            }
        }

        return sequence;
    }

    /// <summary>Source address of a received packet as one number, first byte highest.</summary>
    public static uint Source(byte[] packet) =>
        ((uint)packet[12] << 24) | ((uint)packet[13] << 16) | ((uint)packet[14] << 8) | packet[15];

    private static byte Filling(int index, int sequence) => (byte)(index + sequence);

    private static void Put(byte[] packet, int at, int value)
    {
        packet[at] = (byte)(value >> 8);
        packet[at + 1] = (byte)value;
    }

    private static int Get(byte[] packet, int at) => (packet[at] << 8) | packet[at + 1];
}

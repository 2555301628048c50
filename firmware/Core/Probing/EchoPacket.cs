using Appliance.Core.Checksums;

namespace Appliance.Core.Probing;

/// <summary>ICMP echo request, its reply, and errors about it (RFC 792), as they go through a raw socket.</summary>
public static class EchoPacket
{
    /// <summary>Bytes of a request: header and 28 bytes of data.</summary>
    public const int Length = 36;

    private const int HeaderLength = 8;
    private const int ShortestIp = 20;
    private const int ProtocolIcmp = 1;
    private const int EchoRequest = 8;
    private const int EchoReply = 0;
    private const int DestinationUnreachable = 3;
    private const int TimeExceeded = 11;
    private const int ParameterProblem = 12;

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
    /// Reads what a raw socket received, IP header included. Whatever is not the whole and sound reply to a request of ours, or
    /// a sound error that quotes one, is none: another's reply, a cut one, one whose data changed on the way.
    /// </summary>
    /// <param name="sequence">Of the request; -1 for none.</param>
    /// <param name="target">Whom the request was for, as one number, first byte highest: the source of a reply, else the quoted destination.</param>
    public static EchoAnswer Read(byte[] packet, int length, int identifier, out int sequence, out uint target)
    {
        sequence = -1;
        target = 0;
        int icmp = length > packet.Length ? -1 : BehindHeader(packet, 0, length);
        EchoAnswer answer = icmp < 0 ? EchoAnswer.None : Meaning(packet[icmp]);
        if (answer == EchoAnswer.None)
        {
            return EchoAnswer.None;
        }

        // An error quotes the IP header of the request and 8 bytes behind it, or more.
        bool isReply = answer == EchoAnswer.Reply;
        int quote = icmp + HeaderLength;
        int echo = isReply ? icmp : BehindHeader(packet, quote, length);
        if (echo < 0 || packet[echo] != (isReply ? EchoReply : EchoRequest) || packet[echo + 1] != 0
            || Get(packet, echo + 4) != identifier)
        {
            return EchoAnswer.None;
        }

        // Only the first fragment begins with an ICMP header.
        int found = Get(packet, echo + 6);
        bool isOurs = isReply ? IsFilled(packet, echo, length, found) : (Get(packet, quote + 6) & 0x1FFF) == 0;
        if (!isOurs || InternetChecksum.Of(packet, icmp, length - icmp) != 0)
        {
            return EchoAnswer.None;
        }

        sequence = found;
        int address = isReply ? 12 : quote + 16;
        target = ((uint)Get(packet, address) << 16) | (uint)Get(packet, address + 2);
        return answer;
    }

    private static EchoAnswer Meaning(int type) =>
        type == EchoReply ? EchoAnswer.Reply
        : type == TimeExceeded ? EchoAnswer.TimeExceeded
        : type == DestinationUnreachable || type == ParameterProblem ? EchoAnswer.Unreachable : EchoAnswer.None;

    /// <returns>Where the ICMP message behind an IP header begins; -1 if it is none, or has no whole header.</returns>
    private static int BehindHeader(byte[] packet, int at, int length)
    {
        if (at + ShortestIp > length || packet[at] >> 4 != 4 || packet[at + 9] != ProtocolIcmp)
        {
            return -1;
        }

        int header = (packet[at] & 0x0F) * 4;
        return header < ShortestIp || at + header + HeaderLength > length ? -1 : at + header;
    }

    /// <returns>True for a message of our length with our data.</returns>
    private static bool IsFilled(byte[] packet, int icmp, int length, int sequence)
    {
        bool isFilled = length - icmp == Length;
        for (int i = HeaderLength; isFilled && i < Length; i++)
        {
            isFilled = packet[icmp + i] == Filling(i, sequence);
        }

        return isFilled;
    }

    private static byte Filling(int index, int sequence) => (byte)(index + sequence);

    private static void Put(byte[] packet, int at, int value)
    {
        packet[at] = (byte)(value >> 8);
        packet[at + 1] = (byte)value;
    }

    private static int Get(byte[] packet, int at) => (packet[at] << 8) | packet[at + 1];
}

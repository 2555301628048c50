using System;
using Appliance.Core.Probing;

namespace Appliance.Tests.Probing;

/// <summary>What a raw socket receives when a router, 198.51.100.1, cannot pass on an echo request to 192.0.2.2.</summary>
internal static class EchoError
{
    public const int DestinationUnreachable = 3;
    public const int TimeExceeded = 11;
    public const int ParameterProblem = 12;

    /// <param name="header">Bytes of the IP header: 20 to 60, a multiple of 4.</param>
    /// <param name="quotedHeader">The same of the header that is quoted.</param>
    /// <param name="quoted">Bytes quoted behind it: at least 8; those beyond the request are zero.</param>
    public static byte[] About(int identifier, int sequence, int type, int header, int quotedHeader, int quoted)
    {
        byte[] request = new byte[EchoPacket.Length];
        EchoPacket.WriteRequest(request, identifier, sequence);
        byte[] packet = new byte[header + 8 + quotedHeader + quoted];
        WriteIp(packet, 0, header, "C6 33 64 01 C0 00 02 0A");
        packet[header] = (byte)type;
        WriteIp(packet, header + 8, quotedHeader, "C0 00 02 0A C0 00 02 02");
        Array.Copy(request, 0, packet, header + 8 + quotedHeader, quoted < request.Length ? quoted : request.Length);
        EchoReply.Seal(packet, header);
        return packet;
    }

    /// <param name="addresses">Source and destination.</param>
    private static void WriteIp(byte[] packet, int at, int length, string addresses)
    {
        packet[at] = (byte)(0x40 | (length / 4));
        packet[at + 8] = 63;
        packet[at + 9] = 1;
        Hex.Bytes(addresses).CopyTo(packet, at + 12);
    }
}

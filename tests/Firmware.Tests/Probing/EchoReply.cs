using System;
using Appliance.Core.Checksums;
using Appliance.Core.Probing;

namespace Appliance.Tests.Probing;

/// <summary>What a raw socket receives when a neighbour, 192.0.2.2, answers an echo request.</summary>
internal static class EchoReply
{
    /// <param name="header">Bytes of the IP header: 20 to 60, a multiple of 4.</param>
    public static byte[] To(int identifier, int sequence, int header)
    {
        byte[] request = new byte[EchoPacket.Length];
        EchoPacket.WriteRequest(request, identifier, sequence);
        byte[] packet = new byte[header + EchoPacket.Length];
        packet[0] = (byte)(0x40 | (header / 4));
        packet[8] = 64;
        packet[9] = 1;
        Hex.Bytes("C0 00 02 02").CopyTo(packet, 12);
        Array.Copy(request, 0, packet, header, request.Length);
        packet[header] = 0;
        Seal(packet, header);
        return packet;
    }

    /// <summary>Writes the check sum that the message now has to have.</summary>
    public static void Seal(byte[] packet, int header)
    {
        packet[header + 2] = 0;
        packet[header + 3] = 0;
        int sum = InternetChecksum.Of(packet, header, packet.Length - header);
        packet[header + 2] = (byte)(sum >> 8);
        packet[header + 3] = (byte)sum;
    }
}

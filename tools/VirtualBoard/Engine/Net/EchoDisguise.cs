using System.Buffers.Binary;
using System.Net;

namespace VirtualBoard.Net;

/// <summary>
/// Makes an unprivileged ping socket look like a raw ICMP one: such a socket puts its own identifier into echo requests and
/// gives answers without IP header; a raw one does neither (RFC 791, RFC 792).
/// </summary>
internal sealed class EchoDisguise
{
    private const int HeaderBytes = 20;
    private ushort _identifier;

    /// <summary>Remembers the identifier that the firmware gave its request.</summary>
    public void Sending(ReadOnlySpan<byte> icmp)
    {
        if (icmp.Length >= 6)
            _identifier = BinaryPrimitives.ReadUInt16BigEndian(icmp[4..]);
    }

    /// <summary>Puts an IP header in front of an answer and the firmware's identifier into it.</summary>
    /// <returns>The length with the header.</returns>
    public int Received(byte[] datagram, int length, IPAddress from)
    {
        if (length + HeaderBytes > datagram.Length)
            length = datagram.Length - HeaderBytes;
        Array.Copy(datagram, 0, datagram, HeaderBytes, length);
        var icmp = datagram.AsSpan(HeaderBytes, length);
        if (icmp.Length >= 8)
        {
            BinaryPrimitives.WriteUInt16BigEndian(icmp[4..], _identifier);
            Seal(icmp, 2);
        }

        var header = datagram.AsSpan(0, HeaderBytes);
        header.Clear();
        header[0] = 0x45;
        BinaryPrimitives.WriteUInt16BigEndian(header[2..], (ushort)(HeaderBytes + length));
        header[8] = 64;
        header[9] = 1;
        from.TryWriteBytes(header[12..], out _);
        Seal(header, 10);
        return HeaderBytes + length;
    }

    /// <summary>Writes the Internet checksum (RFC 1071) at its place.</summary>
    private static void Seal(Span<byte> data, int at)
    {
        data.Slice(at, 2).Clear();
        uint sum = 0;
        for (int i = 0; i < data.Length; i++)
            sum += (i & 1) == 0 ? (uint)data[i] << 8 : data[i];
        while (sum > 0xFFFF)
            sum = (sum & 0xFFFF) + (sum >> 16);
        BinaryPrimitives.WriteUInt16BigEndian(data[at..], (ushort)~sum);
    }
}

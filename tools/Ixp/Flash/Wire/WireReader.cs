using System.Buffers.Binary;

namespace Ixp.Flash.Wire;

/// <summary>Finds packets in what comes from a port. Whatever is none of them, such as the text of the loader, is passed over.</summary>
internal sealed class WireReader
{
    private readonly List<byte> _bytes = [];

    /// <returns>The packets that are whole now.</returns>
    public IReadOnlyList<WirePacket> Read(ReadOnlySpan<byte> data)
    {
        _bytes.AddRange(data);
        var packets = new List<WirePacket>();
        while (Next(out var packet))
        {
            if (packet is not null)
                packets.Add(packet);
        }

        return packets;
    }

    /// <returns>False when there is nothing more to be had without further bytes.</returns>
    private bool Next(out WirePacket? packet)
    {
        packet = null;
        var bytes = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_bytes);
        int start = bytes.IndexOf(WirePacket.Signature);
        if (start < 0)
        {
            // The last bytes may be the beginning of a signature.
            _bytes.RemoveRange(0, Math.Max(0, bytes.Length - WirePacket.Signature.Length + 1));
            return false;
        }

        var rest = bytes[start..];
        if (rest.Length < WirePacket.HeaderBytes)
            return Keep(start);
        int length = LengthOf(rest[..WirePacket.HeaderBytes]);
        if (length < 0)
            return Drop(start + 1);
        if (rest.Length < WirePacket.HeaderBytes + length)
            return Keep(start);

        var payload = rest.Slice(WirePacket.HeaderBytes, length);
        if (WireCrc.Of(payload) != BinaryPrimitives.ReadUInt32LittleEndian(rest[12..]))
            return Drop(start + 1);
        packet = new WirePacket(
            (WireCommand)BinaryPrimitives.ReadUInt32LittleEndian(rest[16..]),
            BinaryPrimitives.ReadUInt16LittleEndian(rest[20..]),
            (WireFlags)BinaryPrimitives.ReadUInt32LittleEndian(rest[24..]),
            payload.ToArray());
        return Drop(start + WirePacket.HeaderBytes + length);
    }

    /// <returns>Length of the payload; -1 if this is no header.</returns>
    private static int LengthOf(ReadOnlySpan<byte> header)
    {
        Span<byte> zeroed = stackalloc byte[WirePacket.HeaderBytes];
        header.CopyTo(zeroed);
        zeroed.Slice(8, 4).Clear();
        uint length = BinaryPrimitives.ReadUInt32LittleEndian(header[28..]);
        return WireCrc.Of(zeroed) == BinaryPrimitives.ReadUInt32LittleEndian(header[8..]) && length <= WirePacket.LongestPayload ? (int)length : -1;
    }

    private bool Keep(int from)
    {
        _bytes.RemoveRange(0, from);
        return false;
    }

    private bool Drop(int to)
    {
        _bytes.RemoveRange(0, to);
        return true;
    }
}

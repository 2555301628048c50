using System.Net.Sockets;

namespace System.Net;

/// <summary>A sockaddr structure: the family in the first two bytes, little endian.</summary>
public class SocketAddress
{
    private readonly byte[] _bytes;

    public SocketAddress(AddressFamily family, int size)
    {
        if (size < 2)
            throw new ArgumentOutOfRangeException(nameof(size), size, "Two bytes at least, for the family.");
        _bytes = new byte[size];
        _bytes[0] = (byte)family;
        _bytes[1] = (byte)((int)family >> 8);
    }

    public AddressFamily Family => (AddressFamily)(_bytes[0] | (_bytes[1] << 8));

    public int Size => _bytes.Length;

    public byte this[int offset]
    {
        get => _bytes[offset];
        set => _bytes[offset] = value;
    }

    public override bool Equals(object? obj) => obj is SocketAddress other && _bytes.AsSpan().SequenceEqual(other._bytes);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(_bytes);
        return hash.ToHashCode();
    }
}

using System.Net.Sockets;
using VirtualBoard.Net;

namespace System.Net;

/// <summary>An IPv4 or IPv6 address.</summary>
public class IPAddress
{
    public static readonly IPAddress Any = new(new byte[4]);
    public static readonly IPAddress Loopback = new([127, 0, 0, 1]);
    public static readonly IPAddress Broadcast = new([255, 255, 255, 255]);
    public static readonly IPAddress None = Broadcast;
    public static readonly IPAddress IPv6Any = new(new byte[16]);
    public static readonly IPAddress IPv6Loopback = new([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);

    private readonly byte[] _bytes;

    /// <param name="newAddress">IPv4, the first octet in the lowest byte.</param>
    public IPAddress(long newAddress)
    {
        if (newAddress is < 0 or > uint.MaxValue)
            throw new ArgumentOutOfRangeException(nameof(newAddress), newAddress, "An IPv4 address has 32 bits.");
        _bytes = [(byte)newAddress, (byte)(newAddress >> 8), (byte)(newAddress >> 16), (byte)(newAddress >> 24)];
    }

    public IPAddress(byte[] address)
        : this(address, 0)
    {
    }

    public IPAddress(byte[] address, long scopeid)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (address.Length is not (4 or 16))
            throw new ArgumentException("An address has 4 or 16 bytes, not " + address.Length + ".", nameof(address));
        _bytes = (byte[])address.Clone();
        ScopeId = scopeid;
    }

    public AddressFamily AddressFamily => _bytes.Length == 4 ? AddressFamily.InterNetwork : AddressFamily.InterNetworkV6;

    public long ScopeId { get; set; }

    public bool IsIPv4MappedToIPv6 => _bytes.Length == 16 && _bytes.AsSpan(0, 10).IndexOfAnyExcept((byte)0) < 0
        && _bytes[10] == 0xFF && _bytes[11] == 0xFF;

    public static bool operator ==(IPAddress? a, IPAddress? b) => a is null ? b is null : a.Equals(b);

    public static bool operator !=(IPAddress? a, IPAddress? b) => !(a == b);

    /// <exception cref="ArgumentException">This is no address.</exception>
    public static IPAddress Parse(string ipString)
    {
        ArgumentNullException.ThrowIfNull(ipString);
        return HostAddress.TryParse(ipString, out byte[] bytes)
            ? new IPAddress(bytes)
            : throw new ArgumentException("This is no IP address: " + ipString, nameof(ipString));
    }

    /// <summary>The address of the board, 0.0.0.0 while it has none.</summary>
    public static IPAddress GetDefaultLocalAddress()
    {
        var link = NetworkCall.Link;
        return link.IsUp ? new IPAddress(link.Address.GetAddressBytes()) : Any;
    }

    public byte[] GetAddressBytes() => (byte[])_bytes.Clone();

    public IPAddress MapToIPv6() => _bytes.Length == 16 ? this : new IPAddress([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, .. _bytes]);

    public IPAddress MapToIPv4() => _bytes.Length == 4 ? this : new IPAddress(_bytes[12..]);

    public override bool Equals(object? other) => Equals(other as IPAddress);

    public bool Equals(IPAddress? other) => other is not null && _bytes.AsSpan().SequenceEqual(other._bytes);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(_bytes);
        return hash.ToHashCode();
    }

    public override string ToString() => HostAddress.Text(_bytes);
}

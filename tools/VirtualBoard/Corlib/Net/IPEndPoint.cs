using System.Net.Sockets;

namespace System.Net;

/// <summary>An address and a port.</summary>
public class IPEndPoint : EndPoint
{
    public const int MinPort = 0;
    public const int MaxPort = 65535;
    private const int PortAt = 2;
    private const int AddressAt = 4;

    public IPEndPoint(long address, int port)
        : this(new IPAddress(address), port)
    {
    }

    public IPEndPoint(IPAddress address, int port)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (port is < MinPort or > MaxPort)
            throw new ArgumentOutOfRangeException(nameof(port), port, "A port lies between 0 and 65535.");
        Address = address;
        Port = port;
    }

    public IPAddress Address { get; }

    public AddressFamily AddressFamily => Address.AddressFamily;

    public int Port { get; }

    /// <returns>A sockaddr_in: family, port and address, the latter two in network order.</returns>
    public override SocketAddress Serialize()
    {
        var result = new SocketAddress(AddressFamily, 16);
        result[PortAt] = (byte)(Port >> 8);
        result[PortAt + 1] = (byte)Port;
        byte[] address = Address.GetAddressBytes();
        for (int i = 0; i < 4; i++)
            result[AddressAt + i] = address[i];
        return result;
    }

    public override EndPoint Create(SocketAddress socketAddress)
    {
        ArgumentNullException.ThrowIfNull(socketAddress);
        byte[] address = new byte[4];
        for (int i = 0; i < 4; i++)
            address[i] = socketAddress[AddressAt + i];
        return new IPEndPoint(new IPAddress(address), (socketAddress[PortAt] << 8) | socketAddress[PortAt + 1]);
    }

    public override string ToString() => Address + ":" + Port;

    public override bool Equals(object? obj) => obj is IPEndPoint other && other.Port == Port && other.Address.Equals(Address);

    public override int GetHashCode() => HashCode.Combine(Address, Port);
}

namespace System.Net;

/// <summary>The resolver. Every thread of the board stands while it asks.</summary>
public static class Dns
{
    /// <exception cref="Sockets.SocketException">HostNotFound, after the resolver's time-out when nobody answers.</exception>
    public static IPHostEntry GetHostEntry(string hostNameOrAddress)
    {
        ArgumentNullException.ThrowIfNull(hostNameOrAddress);
        var link = NetworkCall.Link;
        byte[] address = NetworkCall.Do(() => link.Resolve(hostNameOrAddress).GetAddressBytes());
        return new IPHostEntry { HostName = hostNameOrAddress, AddressList = [new IPAddress(address)] };
    }
}

using VirtualBoard.Running;

namespace System.Net;

/// <summary>The resolver. Every thread of the board stands while it asks.</summary>
public static class Dns
{
    private const long GiveUpMicros = 4_000_000;

    /// <exception cref="Sockets.SocketException">HostNotFound, after the resolver's time-out when nobody answers.</exception>
    public static IPHostEntry GetHostEntry(string hostNameOrAddress)
    {
        ArgumentNullException.ThrowIfNull(hostNameOrAddress);
        var link = NetworkCall.Link;
        if (!link.HasDns && !VirtualBoard.Net.HostAddress.TryParse(hostNameOrAddress, out _))
            Interpreter.Current.Spend(GiveUpMicros);

        byte[] address = NetworkCall.Do(() => link.Resolve(hostNameOrAddress).GetAddressBytes());
        return new IPHostEntry { HostName = hostNameOrAddress, AddressList = [new IPAddress(address)] };
    }
}

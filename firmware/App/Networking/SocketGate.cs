namespace Appliance.App.Networking;

/// <summary>
/// Held by whoever opens a socket, and by a TLS connection from its first step to the end of a failed one. A handshake that fails closes its socket
/// natively, and the client closes the same number once more a moment later: by then it must not be somebody else's.
/// </summary>
public static class SocketGate
{
    public static readonly object Lock = new object();
}

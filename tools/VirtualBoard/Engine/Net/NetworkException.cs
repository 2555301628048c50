using System.Net.Sockets;

namespace VirtualBoard.Net;

/// <summary>A network operation failed, with the code that the device's SocketException carries.</summary>
public sealed class NetworkException(SocketError code) : Exception("Network error " + (int)code + " (" + code + ").")
{
    public SocketError Code { get; } = code;

    /// <summary>The device's code for what an operation of the PC ended with.</summary>
    internal static NetworkException From(Exception e, bool linkIsUp) => e switch
    {
        NetworkException own => own,
        _ when !linkIsUp => new NetworkException(SocketError.NetworkDown),
        ObjectDisposedException => new NetworkException(SocketError.NotSocket),
        SocketException { SocketErrorCode: SocketError.OperationAborted } => new NetworkException(SocketError.NotSocket),
        SocketException { SocketErrorCode: > 0 } s => new NetworkException(s.SocketErrorCode),
        _ => new NetworkException(SocketError.SocketError),
    };
}

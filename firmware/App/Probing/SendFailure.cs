using System.Net.Sockets;

namespace Appliance.App.Probing;

/// <summary>What it means that something could not be sent at all.</summary>
public static class SendFailure
{
    /// <param name="errorCode">Of a SocketException.</param>
    /// <returns>True if this board is to blame and not the way to the target: its link is down, or its buffers are full.</returns>
    public static bool IsOurs(int errorCode) =>
        errorCode == (int)SocketError.NetworkDown || errorCode == (int)SocketError.NoBufferSpaceAvailable;

    /// <param name="errorCode">Of a SocketException.</param>
    /// <returns>True if it says that there is no way to the target. Of other codes only the time tells what they mean.</returns>
    public static bool IsNoRoute(int errorCode) =>
        errorCode == (int)SocketError.NetworkUnreachable || errorCode == (int)SocketError.HostUnreachable
        || errorCode == (int)SocketError.AccessDenied || errorCode == (int)SocketError.InvalidArgument;
}

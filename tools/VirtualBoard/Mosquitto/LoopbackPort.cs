using System.Net;
using System.Net.Sockets;

namespace Mosquitto;

/// <summary>
/// Picks ports below the ranges that systems give to outgoing connections. In such a range a client that dials the port
/// while the broker is down can be given that very port as its own, connects to itself and blocks the broker's return.
/// </summary>
public static class LoopbackPort
{
    const int First = 20000;
    const int Last = 31999;
    const int Attempts = 100;

    /// <returns>A port that was free a moment ago; somebody else may still take it first.</returns>
    public static int Pick()
    {
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            int port = Random.Shared.Next(First, Last + 1);
            if (IsFree(port))
                return port;
        }
        throw new BrokerException($"No free TCP port between {First} and {Last} after {Attempts} attempts.");
    }

    static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}

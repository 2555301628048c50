using System.Net;
using System.Net.Sockets;
using Appliance.App.Networking;
using Appliance.App.Timing;
using Appliance.Core.Scheduling;

namespace Appliance.App.Probing;

/// <summary>
/// Receives on a socket of its own, on a thread of its own, and opens it again when it has failed. Sending is the prober's.
/// </summary>
public abstract class SocketReceiver : Worker
{
    private const int ReceiveMs = 5000;

    /// <summary>Packets taken in one step at the most: a flood must not silence the heartbeat.</summary>
    private const int Burst = 16;

    private const int RetryMs = 10_000;

    private readonly byte[] _received;
    private readonly SocketType _type;
    private readonly ProtocolType _protocol;

    /// <param name="bufferLength">Bytes of the longest packet.</param>
    protected SocketReceiver(string name, SocketType type, ProtocolType protocol, int bufferLength)
        : base(name)
    {
        _type = type;
        _protocol = protocol;
        _received = new byte[bufferLength];
    }

    /// <summary>Null while it could not be opened. Another thread may close it at any time: take a copy.</summary>
    protected Socket Socket { get; private set; }

    /// <summary>Waits for a packet, and takes those that came with it.</summary>
    public override long Step(long now)
    {
        if (Socket == null && !TryOpen())
        {
            return now + RetryMs;
        }

        EndPoint from = new IPEndPoint(IPAddress.Any, 0);
        try
        {
            for (int i = 0; i < Burst && (i == 0 || Socket.Available > 0); i++)
            {
                int length = Socket.ReceiveFrom(_received, ref from);
                Take(_received, length, from, Uptime.Microseconds);
            }
        }
        catch (SocketException e)
        {
            if (e.ErrorCode != (int)SocketError.TimedOut && !IsHarmless(e.ErrorCode))
            {
                Close();
                return now + RetryMs;
            }
        }

        return now;
    }

    /// <param name="packet">As many bytes as <paramref name="length"/> says; to be used before the next one comes.</param>
    protected abstract void Take(byte[] packet, int length, EndPoint from, long nowMicros);

    /// <returns>True if the socket can be used on after such a failure to receive.</returns>
    protected virtual bool IsHarmless(int errorCode) => false;

    /// <summary>There is a socket.</summary>
    protected virtual void Opened()
    {
    }

    /// <summary>There is none: the cable is pulled, the system has none left, or does not allow it. It is tried again.</summary>
    protected virtual void NotOpened(int errorCode)
    {
    }

    private bool TryOpen()
    {
        Socket socket = null;
        try
        {
            lock (SocketGate.Lock)
            {
                socket = new Socket(AddressFamily.InterNetwork, _type, _protocol);
            }

            socket.ReceiveTimeout = ReceiveMs;

            // Receiving is refused before the socket is bound or has sent.
            socket.Bind(new IPEndPoint(IPAddress.Any, 0));
            Socket = socket;
            socket = null;
            Opened();
            return true;
        }
        catch (SocketException e)
        {
            NotOpened(e.ErrorCode);
            return false;
        }
        finally
        {
            if (socket != null)
            {
                socket.Close();
            }
        }
    }

    private void Close()
    {
        Socket socket = Socket;
        Socket = null;
        socket.Close();
    }
}

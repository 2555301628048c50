using System.Net;
using System.Net.Sockets;

namespace VirtualRack.Equipment.Services;

/// <summary>A service that answers datagrams.</summary>
public abstract class UdpService : NetworkService
{
    private int _heard;

    /// <summary>Datagrams that came, since the service exists.</summary>
    public int Heard => Volatile.Read(ref _heard);

    /// <returns>The answer; null for none.</returns>
    public abstract byte[]? Answer(ReadOnlyMemory<byte> request);

    protected sealed override Socket Serve(IPEndPoint at)
    {
        var socket = Bound(at);
        _ = Attend(socket);
        return socket;
    }

    /// <summary>A socket that is connected to itself keeps its port, and the system tells others that nobody is there.</summary>
    protected sealed override Socket Reserve(IPEndPoint at)
    {
        var socket = Bound(at);
        socket.Connect(at);
        return socket;
    }

    private static Socket Bound(IPEndPoint at)
    {
        var socket = new Socket(at.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            socket.Bind(at);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task Attend(Socket socket)
    {
        await Task.Yield(); // Whoever opens the service may hold locks that an answer needs.
        byte[] buffer = new byte[65_536];
        while (true)
        {
            try
            {
                var request = await socket.ReceiveFromAsync(buffer, new IPEndPoint(IPAddress.Any, 0)).ConfigureAwait(false);
                Interlocked.Increment(ref _heard);
                if (Answer(buffer.AsMemory(0, request.ReceivedBytes)) is { } answer)
                    await socket.SendToAsync(answer, request.RemoteEndPoint).ConfigureAwait(false);
            }
            catch (SocketException e) when (e.SocketErrorCode is SocketError.ConnectionReset or SocketError.ConnectionRefused)
            {
                // Windows and some others tell here that an asker has gone.
            }
            catch (Exception e) when (IsEnd(e))
            {
                return;
            }
        }
    }
}

using System.Net;
using System.Net.Sockets;

namespace VirtualRack.Equipment.Services;

/// <summary>A service on TCP.</summary>
public abstract class TcpService : NetworkService
{
    private const int Tries = 1000;

    private readonly HashSet<Socket> _peers = [];
    private int _accepted;

    /// <summary>Connections that were made, since the service exists.</summary>
    public int Accepted => Volatile.Read(ref _accepted);

    /// <summary>Talks to a peer; the connection is closed afterwards.</summary>
    protected abstract Task Talk(Socket peer);

    protected sealed override Socket Serve(IPEndPoint at)
    {
        var listener = Bound(at);
        listener.Listen(64);
        _ = Accept(listener);
        return listener;
    }

    /// <summary>A socket that is bound but does not listen keeps its port, and connections to it are refused.</summary>
    protected sealed override Socket Reserve(IPEndPoint at) => Bound(at);

    protected sealed override void Hush()
    {
        lock (_peers)
        {
            foreach (var peer in _peers)
                peer.Dispose();
            _peers.Clear();
        }
    }

    private static Socket Bound(IPEndPoint at)
    {
        for (int tries = 0; ; tries++)
        {
            var socket = new Socket(at.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                socket.Bind(at);
                return socket;
            }
            catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse && at.Port != 0 && tries < Tries)
            {
                // The system lets go of a listener only when the accept that waits on it has ended, on another thread.
                socket.Dispose();
                Thread.Sleep(1);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }
    }

    private async Task Accept(Socket listener)
    {
        while (true)
        {
            try
            {
                _ = Attend(await listener.AcceptAsync().ConfigureAwait(false));
            }
            catch (SocketException e) when (e.SocketErrorCode is SocketError.ConnectionReset or SocketError.ConnectionAborted)
            {
                // That one went before it was accepted.
            }
            catch (Exception e) when (IsEnd(e))
            {
                return;
            }
        }
    }

    private async Task Attend(Socket peer)
    {
        Interlocked.Increment(ref _accepted);
        lock (_peers)
            _peers.Add(peer);
        try
        {
            peer.NoDelay = true;
            await Talk(peer).ConfigureAwait(false);
        }
        catch (Exception e) when (IsEnd(e))
        {
            // Either end has hung up.
        }
        finally
        {
            lock (_peers)
                _peers.Remove(peer);
            peer.Dispose();
        }
    }
}

using System.Net;
using System.Net.Sockets;
using Appliance.App.Timing;
using Appliance.Core.Scheduling;

namespace Appliance.App.Probing.Datagram;

/// <summary>
/// DNS and SNMP to all targets over one UDP socket. Sending is the prober's; this worker is the receiver, on a thread of its own.
/// </summary>
public sealed class DatagramProbe : Worker, IProbe
{
    /// <summary>What fits into one Ethernet frame; agents and servers need not send more (RFC 3417 section 3.2, RFC 1035 section 4.2.1).</summary>
    private const int BufferLength = 1472;

    private const int ReceiveMs = 5000;

    /// <summary>Datagrams taken in one step at the most: a flood must not silence the heartbeat.</summary>
    private const int Burst = 16;

    private const int RetryMs = 10_000;

    private readonly byte[] _received = new byte[BufferLength];
    private readonly ProbeBook _book;
    private readonly DatagramCheck[] _checks;
    private Socket _socket;
    private int _id;

    /// <param name="checks">By the place of the target in the book; null for those that are checked otherwise.</param>
    /// <param name="seed">Random, so that answers to a former run match nothing.</param>
    public DatagramProbe(ProbeBook book, DatagramCheck[] checks, int seed)
        : base("datagrams")
    {
        _book = book;
        _checks = checks;
        _id = seed;
    }

    /// <returns>An id that the 65535 requests before did not have.</returns>
    public int NextId()
    {
        _id = (_id + 1) & 0x7FFFFFFF;
        return _id;
    }

    public bool TryStart(int index)
    {
        if (_socket == null)
        {
            return false;
        }

        lock (_book.Gate)
        {
            return _checks[index].TryStart(this, Uptime.Microseconds);
        }
    }

    public void Expire()
    {
        lock (_book.Gate)
        {
            long now = Uptime.Microseconds;
            for (int i = 0; i < _checks.Length; i++)
            {
                if (_checks[i] != null)
                {
                    _checks[i].Expire(this, now);
                }
            }
        }
    }

    public void Abandon()
    {
        lock (_book.Gate)
        {
            for (int i = 0; i < _checks.Length; i++)
            {
                if (_checks[i] != null)
                {
                    _checks[i].Abandon();
                }
            }
        }
    }

    /// <summary>For the checks.</summary>
    internal SendResult Send(byte[] bytes, int start, int length, IPEndPoint peer)
    {
        Socket socket = _socket;
        if (socket == null)
        {
            return SendResult.Later;
        }

        try
        {
            socket.SendTo(bytes, start, length, SocketFlags.None, peer);
            return SendResult.Sent;
        }
        catch (SocketException e)
        {
            return SendFailure.IsOurs(e.ErrorCode) ? SendResult.Later : SendResult.NoRoute;
        }
    }

    /// <summary>Waits for a datagram, and takes those that came with it.</summary>
    public override long Step(long now)
    {
        EndPoint from = new IPEndPoint(IPAddress.Any, 0);
        try
        {
            // A cable that is pulled fails here: nothing that a restart would mend.
            if (_socket == null)
            {
                Open();
            }

            for (int i = 0; i < Burst && (i == 0 || _socket.Available > 0); i++)
            {
                int length = _socket.ReceiveFrom(_received, ref from);
                Take(length, from, Uptime.Microseconds);
            }
        }
        catch (SocketException e)
        {
            // Some systems report here that a peer has no such port; the next datagram comes all the same.
            if (e.ErrorCode != (int)SocketError.TimedOut && e.ErrorCode != (int)SocketError.ConnectionReset)
            {
                Close();
                return now + RetryMs;
            }
        }

        return now;
    }

    /// <exception cref="SocketException">There is no network, or the system has no socket left.</exception>
    private void Open()
    {
        Socket socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            socket.ReceiveTimeout = ReceiveMs;

            // Receiving is refused before the socket is bound or has sent.
            socket.Bind(new IPEndPoint(IPAddress.Any, 0));
            _socket = socket;
            socket = null;
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
        Socket socket = _socket;
        _socket = null;
        if (socket != null)
        {
            socket.Close();
        }
    }

    private void Take(int length, EndPoint from, long nowMicros)
    {
        lock (_book.Gate)
        {
            for (int i = 0; i < _checks.Length; i++)
            {
                DatagramCheck check = _checks[i];
                if (check != null && check.Peer.Equals(from) && check.Take(_received, length, nowMicros))
                {
                    return;
                }
            }
        }
    }
}

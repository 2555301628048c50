using System.Net;
using System.Net.Sockets;
using Appliance.App.Timing;

namespace Appliance.App.Probing.Datagram;

/// <summary>DNS and SNMP to all targets over one UDP socket.</summary>
public sealed class DatagramProbe : SocketReceiver, IProbe
{
    /// <summary>What fits into one Ethernet frame; agents and servers need not send more (RFC 3417 section 3.2, RFC 1035 section 4.2.1).</summary>
    private const int BufferLength = 1472;

    private readonly ProbeBook _book;
    private readonly DatagramCheck[] _checks;
    private int _id;

    /// <param name="checks">By the place of the target in the book; null for those that are checked otherwise.</param>
    /// <param name="seed">Random, so that answers to a former run match nothing.</param>
    public DatagramProbe(ProbeBook book, DatagramCheck[] checks, int seed)
        : base("datagrams", SocketType.Dgram, ProtocolType.Udp, BufferLength)
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
        if (Socket == null)
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
        Socket socket = Socket;
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

    protected override void Take(byte[] packet, int length, EndPoint from, long nowMicros)
    {
        lock (_book.Gate)
        {
            for (int i = 0; i < _checks.Length; i++)
            {
                DatagramCheck check = _checks[i];
                if (check != null && check.Peer.Equals(from) && check.Take(packet, length, nowMicros))
                {
                    return;
                }
            }
        }
    }

    /// <summary>Some systems report here that a peer has no such port; the next datagram comes all the same.</summary>
    protected override bool IsHarmless(int errorCode) => errorCode == (int)SocketError.ConnectionReset;
}

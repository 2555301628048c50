using System;
using System.Net;
using System.Net.Sockets;
using Appliance.App.Timing;
using Appliance.Core.Probing;
using Appliance.Core.Scheduling;

namespace Appliance.App.Probing;

/// <summary>
/// ICMP echo to all targets over one raw socket. Sending is the prober's; this worker is the receiver, on a thread of its own.
/// </summary>
public sealed class EchoProbe : Worker
{
    /// <summary>IP header with options, ICMP header and as much data as we send; longer packets are none of ours.</summary>
    private const int BufferLength = 128;

    private const int ReceiveMs = 5000;

    /// <summary>Packets taken in one step at the most: a flood must not silence the heartbeat.</summary>
    private const int Burst = 16;

    private const int RetryMs = 10_000;

    private readonly byte[] _request = new byte[EchoPacket.Length];
    private readonly byte[] _received = new byte[BufferLength];
    private readonly ProbeBook _book;
    private readonly EchoTable _table;
    private readonly IPEndPoint[] _endPoints;
    private readonly uint[] _addresses;
    private readonly int _identifier;
    private Socket _socket;

    /// <param name="seed">Random, so that answers to a former run match nothing.</param>
    public EchoProbe(ProbeBook book, int seed)
        : base("echo")
    {
        _book = book;
        _identifier = (seed >> 16) & 0xFFFF;
        int count = book.Targets.Length;
        _table = new EchoTable(count, seed);
        _endPoints = new IPEndPoint[count];
        _addresses = new uint[count];
        for (int i = 0; i < count; i++)
        {
            if (book.Targets[i].Kind == TargetKind.Icmp)
            {
                IPAddress address = IPAddress.Parse(book.Targets[i].Host);
                _endPoints[i] = new IPEndPoint(address, 0);
                _addresses[i] = Number(address.GetAddressBytes());
            }
        }
    }

    /// <summary>Sends a request.</summary>
    /// <returns>False while there is no socket to send by.</returns>
    public bool TryStart(int index)
    {
        Socket socket = _socket;
        if (socket == null)
        {
            return false;
        }

        lock (_book.Gate)
        {
            int sequence = _table.Begin(index, _addresses[index], Uptime.Microseconds);
            EchoPacket.WriteRequest(_request, _identifier, sequence);
            try
            {
                socket.SendTo(_request, _endPoints[index]);
            }
            catch (SocketException)
            {
                // No route or no link: the check runs out of time like any other without an answer.
            }
        }

        return true;
    }

    /// <summary>Ends the checks that had no answer in time.</summary>
    public void Expire()
    {
        lock (_book.Gate)
        {
            long now = Uptime.Microseconds;
            for (int i = 0; i < _book.Targets.Length; i++)
            {
                if (_table.Expire(i, now, _book.Targets[i].TimeoutMs))
                {
                    _book.Lost(i, CheckOutcome.NoAnswer);
                }
            }
        }
    }

    /// <summary>Waits for a packet, and takes those that came with it: a raw socket hears all ICMP, not only our answers.</summary>
    public override long Step(long now)
    {
        if (_socket == null && !Open())
        {
            return now + RetryMs;
        }

        EndPoint from = new IPEndPoint(IPAddress.Any, 0);
        try
        {
            for (int i = 0; i < Burst && (i == 0 || _socket.Available > 0); i++)
            {
                int length = _socket.ReceiveFrom(_received, ref from);
                Take(length, Uptime.Microseconds);
            }
        }
        catch (SocketException e)
        {
            if (e.ErrorCode != (int)SocketError.TimedOut)
            {
                Close();
                return now + RetryMs;
            }
        }

        return now;
    }

    private bool Open()
    {
        Socket socket = null;
        try
        {
            socket = new Socket(AddressFamily.InterNetwork, SocketType.Raw, ProtocolType.Icmp);
            socket.ReceiveTimeout = ReceiveMs;

            // Receiving is refused before the socket is bound or has sent.
            socket.Bind(new IPEndPoint(IPAddress.Any, 0));
            _socket = socket;
            socket = null;
            return true;
        }
        catch (SocketException e)
        {
            Log.Line(Name, "no raw socket, error " + e.ErrorCode.ToString());
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
        Socket socket = _socket;
        _socket = null;
        socket.Close();
    }

    private void Take(int length, long nowMicros)
    {
        EchoAnswer answer = EchoPacket.Read(_received, length, _identifier, out int sequence, out uint target);
        if (answer == EchoAnswer.None)
        {
            return;
        }

        lock (_book.Gate)
        {
            int index = _table.Answer(sequence, target, nowMicros, out long micros);
            if (index >= 0 && answer == EchoAnswer.Reply)
            {
                _book.Answered(index, micros);
            }
            else if (index >= 0)
            {
                _book.Lost(index, answer == EchoAnswer.Unreachable ? CheckOutcome.Unreachable : CheckOutcome.TimeExceeded);
            }
        }
    }

    private static uint Number(byte[] address) =>
        ((uint)address[0] << 24) | ((uint)address[1] << 16) | ((uint)address[2] << 8) | address[3];
}

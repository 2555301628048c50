using System.Net;
using System.Net.Sockets;
using Appliance.App.Timing;
using Appliance.Core.Probing;

namespace Appliance.App.Probing.Echo;

/// <summary>ICMP echo to all targets over one raw socket.</summary>
public sealed class EchoProbe : SocketReceiver, IProbe
{
    /// <summary>The longest packet of ours: an error that quotes a request and has extensions behind (RFC 4884 section 5).</summary>
    private const int BufferLength = 256;

    private readonly byte[] _request = new byte[EchoPacket.Length];
    private readonly ProbeBook _book;
    private readonly EchoTable _table;
    private readonly IPEndPoint[] _endPoints;
    private readonly uint[] _addresses;
    private readonly int _identifier;
    private bool _isTold;

    /// <param name="seed">Random, so that answers to a former run match nothing.</param>
    public EchoProbe(ProbeBook book, int seed)
        : base("echo", SocketType.Raw, ProtocolType.Icmp, BufferLength)
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
                byte[] bytes = address.GetAddressBytes();
                _endPoints[i] = new IPEndPoint(address, 0);
                _addresses[i] = ((uint)bytes[0] << 24) | ((uint)bytes[1] << 16) | ((uint)bytes[2] << 8) | bytes[3];
            }
        }
    }

    /// <summary>There is a raw socket. Where the system gives none, targets have to be checked otherwise.</summary>
    public bool IsOpen => Socket != null;

    public bool TryStart(int index)
    {
        Socket socket = Socket;
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
            catch (SocketException e)
            {
                _table.Forget(index);
                if (SendFailure.IsOurs(e.ErrorCode))
                {
                    return false;
                }

                _book.Lost(index, CheckOutcome.Unreachable);
            }
        }

        return true;
    }

    public void Expire()
    {
        lock (_book.Gate)
        {
            long now = Uptime.Microseconds;
            for (int i = 0; i < _endPoints.Length; i++)
            {
                if (_table.Expire(i, now, _book.Targets[i].TimeoutMs))
                {
                    _book.Lost(i, CheckOutcome.NoAnswer);
                }
            }
        }
    }

    public void Abandon()
    {
        lock (_book.Gate)
        {
            for (int i = 0; i < _endPoints.Length; i++)
            {
                _table.Forget(i);
            }
        }
    }

    /// <summary>A raw socket hears all ICMP, not only our answers.</summary>
    protected override void Take(byte[] packet, int length, EndPoint from, long nowMicros)
    {
        EchoAnswer answer = EchoPacket.Read(packet, length, _identifier, out int sequence, out uint target);
        if (answer == EchoAnswer.None)
        {
            return;
        }

        lock (_book.Gate)
        {
            int index = _table.Answer(sequence, target, nowMicros, out long micros);
            if (index >= 0)
            {
                _book.End(index, OutcomeOf(answer), micros);
            }
        }
    }

    protected override void Opened() => _isTold = false;

    protected override void NotOpened(int errorCode)
    {
        if (!_isTold)
        {
            _isTold = true;
            Log.Line(Name, "no raw socket, error " + errorCode.ToString() + ": TCP stands in");
        }
    }

    private static CheckOutcome OutcomeOf(EchoAnswer answer) => answer switch
    {
        EchoAnswer.Reply => CheckOutcome.Answered,
        EchoAnswer.TimeExceeded => CheckOutcome.TimeExceeded,
        _ => CheckOutcome.Unreachable,
    };
}

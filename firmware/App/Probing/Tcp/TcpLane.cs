using System.Net;
using System.Net.Sockets;
using Appliance.App.Networking;
using Appliance.App.Timing;
using Appliance.Core.Probing;
using Appliance.Core.Scheduling;

namespace Appliance.App.Probing.Tcp;

/// <summary>
/// One TCP connection at a time, on a thread of its own. A connect has no time limit of its own: when the time is up the prober
/// closes the socket, and the waiting thread gets an exception.
/// </summary>
public sealed class TcpLane : Worker
{
    private const int Nobody = -1;
    private const int IdleMs = 5000;

    /// <summary>More than any check reads.</summary>
    private const int BufferLength = 64;

    private readonly byte[] _buffer = new byte[BufferLength];
    private readonly ProbeBook _book;
    private IWaker _thread;
    private Socket _socket;
    private TcpCheck _check;
    private int _index = Nobody;
    private long _startedMicros;
    private bool _isOver;
    private bool _isAbandoned;

    public TcpLane(ProbeBook book, string name)
        : base(name)
    {
        _book = book;
    }

    /// <summary>Nothing is under way.</summary>
    public bool IsFree => _index == Nobody;

    /// <summary>Tells it which thread to wake.</summary>
    public void Attach(IWaker thread) => _thread = thread;

    /// <summary>Asks for a check; only of a lane that is free.</summary>
    public void Start(int index, TcpCheck check)
    {
        lock (_book.Gate)
        {
            _isOver = false;
            _isAbandoned = false;
            _check = check;
            _startedMicros = Uptime.Microseconds;
            _index = index;
        }

        _thread.Wake();
    }

    public bool IsChecking(int index) => _index == index;

    /// <summary>Closes the socket of a check that is out of time.</summary>
    public void Expire()
    {
        int index = _index;
        if (index != Nobody && Uptime.Microseconds - _startedMicros > _book.Targets[index].TimeoutMs * 1000L)
        {
            Cut(false);
        }
    }

    public void Abandon() => Cut(true);

    /// <summary>Makes the check that was asked for.</summary>
    public override long Step(long now)
    {
        int index = _index;
        if (index == Nobody)
        {
            return now + IdleMs;
        }

        CheckOutcome outcome = CheckOutcome.NoAnswer;
        try
        {
            outcome = Check(_book.Targets[index]);
        }
        finally
        {
            End(index, outcome);
        }

        return now;
    }

    private CheckOutcome Check(Target target)
    {
        Socket socket = null;
        bool isConnected = false;
        try
        {
            lock (SocketGate.Lock)
            {
                socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            }

            lock (_book.Gate)
            {
                if (_isOver)
                {
                    return CheckOutcome.NoAnswer;
                }

                _socket = socket;
                _startedMicros = Uptime.Microseconds;
            }

            socket.Connect(new IPEndPoint(IPAddress.Parse(target.Host), target.Port));
            isConnected = true;
            return _check.Converse(socket, _buffer) ? CheckOutcome.Answered : CheckOutcome.WrongAnswer;
        }
        catch (SocketException e)
        {
            // Without a socket nothing was asked.
            _isAbandoned |= socket == null || SendFailure.IsOurs(e.ErrorCode);
            return isConnected ? CheckOutcome.WrongAnswer : Meaning(e.ErrorCode);
        }
        finally
        {
            _socket = null;
            if (socket != null)
            {
                socket.Close();
            }
        }
    }

    /// <summary>
    /// A connect that failed before its time was refused. The device takes its error codes from a variable that others write as
    /// well, so a code counts only where it says that there is no way to the target.
    /// </summary>
    private CheckOutcome Meaning(int errorCode) =>
        SendFailure.IsNoRoute(errorCode) ? CheckOutcome.Unreachable
        : _check.IsRefusalLife ? CheckOutcome.Answered
        : CheckOutcome.Refused;

    private void End(int index, CheckOutcome outcome)
    {
        lock (_book.Gate)
        {
            long micros = Uptime.Microseconds - _startedMicros;
            _index = Nobody;
            if (!_isAbandoned)
            {
                _book.End(index, _isOver ? CheckOutcome.NoAnswer : outcome, micros);
            }
        }
    }

    private void Cut(bool isAbandoned)
    {
        Socket socket;
        lock (_book.Gate)
        {
            _isOver = true;
            _isAbandoned |= isAbandoned;
            socket = _socket;
        }

        if (socket != null)
        {
            socket.Close();
        }
    }
}

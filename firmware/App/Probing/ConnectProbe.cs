using System.Net;
using System.Net.Sockets;
using Appliance.App.Timing;
using Appliance.Core.Probing;
using Appliance.Core.Scheduling;

namespace Appliance.App.Probing;

/// <summary>
/// TCP connects, one at a time, on a thread of their own. A connect has no time limit of its own: the prober closes the socket
/// when the time is up, and the waiting thread gets an exception.
/// </summary>
public sealed class ConnectProbe : Worker
{
    private const int Nobody = -1;
    private const int IdleMs = 1000;

    private readonly ProbeBook _book;
    private IWaker _thread;
    private Socket _socket;
    private int _index = Nobody;
    private long _startedMicros;

    public ConnectProbe(ProbeBook book)
        : base("connect")
    {
        _book = book;
    }

    /// <summary>Tells it which thread to wake.</summary>
    public void Attach(IWaker thread) => _thread = thread;

    /// <summary>Asks for a check.</summary>
    /// <returns>False while another is under way.</returns>
    public bool TryStart(int index)
    {
        lock (_book.Gate)
        {
            if (_index != Nobody)
            {
                return false;
            }

            _index = index;
            _startedMicros = 0;
        }

        _thread.Wake();
        return true;
    }

    /// <summary>Closes the socket of a check that is out of time.</summary>
    public void Expire()
    {
        Socket late = null;
        lock (_book.Gate)
        {
            if (_index != Nobody && _startedMicros > 0
                && Uptime.Microseconds - _startedMicros > _book.Targets[_index].TimeoutMs * 1000L)
            {
                late = _socket;
            }
        }

        if (late != null)
        {
            late.Close();
        }
    }

    /// <summary>Makes the check that was asked for.</summary>
    public override long Step(long now)
    {
        int index = _index;
        if (index == Nobody)
        {
            return now + IdleMs;
        }

        bool isOpen = false;
        try
        {
            isOpen = TryConnect(_book.Targets[index]);
        }
        finally
        {
            End(index, isOpen);
        }

        return now;
    }

    private bool TryConnect(Target target)
    {
        Socket socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            lock (_book.Gate)
            {
                _socket = socket;
                _startedMicros = Uptime.Microseconds;
            }

            socket.Connect(new IPEndPoint(IPAddress.Parse(target.Host), target.Port));
            return true;
        }
        catch (SocketException)
        {
            // Refused, filtered or closed by the prober: no connection, whatever the code says.
            return false;
        }
        finally
        {
            socket.Close();
        }
    }

    private void End(int index, bool isOpen)
    {
        lock (_book.Gate)
        {
            long micros = Uptime.Microseconds - _startedMicros;
            _socket = null;
            _index = Nobody;
            if (isOpen)
            {
                _book.Answered(index, micros);
            }
            else
            {
                _book.Lost(index, CheckOutcome.NoAnswer);
            }
        }
    }
}

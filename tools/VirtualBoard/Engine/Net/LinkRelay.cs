using System.Net;
using System.Net.Sockets;
using VirtualBoard.Running;

namespace VirtualBoard.Net;

/// <summary>
/// Carries the TCP connections that libraries of the PC make for the board, so that the board's link and its faults apply to
/// them. While the link is down nothing passes in either direction and nothing is closed; as with real TCP, what was sent
/// meanwhile passes when the link is back.
/// </summary>
public sealed class LinkRelay
{
    private readonly NetworkLink _link;
    private readonly HashSet<RelayConnection> _connections = [];
    private TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isStalled;
    private long _bytesOut;
    private long _bytesIn;
    private int _made;

    internal LinkRelay(NetworkLink link)
    {
        _link = link;
        _open.SetResult();
        link.Changed += _ => PathChanged();
    }

    /// <summary>The network swallows everything though the link is up: connections are half-open, new ones never come about.</summary>
    public bool IsStalled
    {
        get => _isStalled;
        set
        {
            _isStalled = value;
            PathChanged();
        }
    }

    /// <summary>Time a byte takes from the board to its peer, on the board's time base.</summary>
    public TimeSpan DelayOut { get; set; }

    /// <summary>Time a byte takes from the peer to the board, on the board's time base.</summary>
    public TimeSpan DelayIn { get; set; }

    /// <summary>
    /// A power cut resets the connections, as if a router spoke for the board. Otherwise the peers hear nothing, as in reality.
    /// </summary>
    public bool ResetsOnPowerCut { get; set; }

    /// <summary>Connections made since the board exists.</summary>
    public int ConnectionsMade => Volatile.Read(ref _made);

    /// <summary>Connections that the board has open.</summary>
    public int OpenConnections => Snapshot().Length;

    /// <summary>Bytes that reached the peers.</summary>
    public long BytesOut => Interlocked.Read(ref _bytesOut);

    /// <summary>Bytes that reached the board.</summary>
    public long BytesIn => Interlocked.Read(ref _bytesIn);

    internal bool IsOpen => _link.IsUp && !_isStalled;

    /// <summary>Connects to a peer and opens a port on the loopback interface for the library to connect to, once.</summary>
    /// <param name="time">Time base of the board.</param>
    /// <param name="peer">The real peer.</param>
    /// <param name="cancellation">The device's TCP gives up.</param>
    /// <exception cref="SocketException">The link is down, or the peer refuses.</exception>
    public async Task<RelayConnection> Connect(TimeBase time, IPEndPoint peer, CancellationToken cancellation)
    {
        if (!_link.IsUp)
            throw new SocketException((int)SocketError.NetworkDown);

        await WhenOpen(cancellation).ConfigureAwait(false);
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(peer, cancellation).ConfigureAwait(false);
        }
        catch
        {
            socket.Dispose();
            throw;
        }

        var connection = new RelayConnection(this, time, socket);
        lock (_connections)
            _connections.Add(connection);
        Interlocked.Increment(ref _made);
        return connection;
    }

    /// <summary>The network breaks every connection by a TCP reset to both ends.</summary>
    public void Reset()
    {
        foreach (var connection in Snapshot())
            connection.Reset();
    }

    /// <summary>The board is off: its ends are gone.</summary>
    internal void PowerOff()
    {
        foreach (var connection in Snapshot())
        {
            if (ResetsOnPowerCut && IsOpen)
                connection.Reset();
            else
                connection.Vanish();
        }
    }

    internal void Remove(RelayConnection connection)
    {
        lock (_connections)
            _connections.Remove(connection);
    }

    internal Task WhenOpen(CancellationToken cancellation) => Volatile.Read(ref _open).Task.WaitAsync(cancellation);

    internal void Passed(int bytes, bool outward)
    {
        if (outward)
            Interlocked.Add(ref _bytesOut, bytes);
        else
            Interlocked.Add(ref _bytesIn, bytes);
    }

    private void PathChanged()
    {
        lock (_connections)
        {
            if (!IsOpen && _open.Task.IsCompleted)
                _open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            else if (IsOpen)
                _open.TrySetResult();
        }

        foreach (var connection in Snapshot())
            connection.Answers.Review();
    }

    private RelayConnection[] Snapshot()
    {
        lock (_connections)
            return [.. _connections];
    }
}

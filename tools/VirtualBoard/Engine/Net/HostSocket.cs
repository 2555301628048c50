using System.Net;
using System.Net.Sockets;

namespace VirtualBoard.Net;

/// <summary>
/// A socket of the PC that stands for one of the board. Its operations end when the link goes down or another thread closes it,
/// always with a <see cref="NetworkException"/>.
/// </summary>
public sealed class HostSocket : IDisposable
{
    /// <summary>SIO_UDP_CONNRESET of Windows.</summary>
    private const int TellUnreachablePorts = -1744830452;

    private readonly NetworkLink _link;
    private readonly EchoDisguise? _echo;
    private readonly OwedAnswers _answers;
    private readonly OwedDatagrams _owed;
    private CancellationTokenSource _failure = new();

    private HostSocket(NetworkLink link, Socket socket, EchoDisguise? echo)
    {
        _link = link;
        _echo = echo;
        Socket = socket;
        _answers = new OwedAnswers(link.Time, () => link.IsUp, () => link.Patience);
        _owed = new OwedDatagrams(_answers);
    }

    /// <summary>The PC's socket, for options and state; never for a call that waits.</summary>
    public Socket Socket { get; }

    public bool IsClosed { get; private set; }

    /// <summary>Connects, within the time in which the device's TCP gives up.</summary>
    public Task<int> Connect(IPEndPoint peer, CancellationToken token)
    {
        IDisposable? owed = null;
        return Guard(
            async all =>
            {
                if (Socket.SocketType is SocketType.Stream)
                    owed = await _link.To(peer.Address).Begin(_answers, all);
                await Socket.ConnectAsync(peer, all);
                return 0;
            },
            token,
            () => owed?.Dispose());
    }

    /// <summary>Real time that virtual time does well to wait for the answer to a connection; none where no answer can be near.</summary>
    public TimeSpan PatienceFor(IPEndPoint peer) => _link.To(peer.Address).IsPrompt ? _link.Patience : TimeSpan.Zero;

    /// <returns>The new socket, which counts as open.</returns>
    public Task<HostSocket> Accept(CancellationToken token) => Guard(async all =>
    {
        _link.ThrowIfFull();
        return _link.Add(new HostSocket(_link, await Socket.AcceptAsync(all), echo: null));
    }, token);

    /// <summary>Sends everything.</summary>
    public Task<int> Send(ReadOnlyMemory<byte> data, SocketFlags flags, CancellationToken token) => Guard(async all =>
    {
        int sent = 0;
        do
            sent += await Socket.SendAsync(data[sent..], flags, all);
        while (sent < data.Length);
        return sent;
    }, token);

    /// <summary>Sends a datagram by the path to its peer. Virtual time then waits for the answer, see <see cref="NetworkLink.Patience"/>.</summary>
    public Task<int> SendTo(ReadOnlyMemory<byte> data, SocketFlags flags, IPEndPoint peer, CancellationToken token) => Guard(async all =>
    {
        _echo?.Sending(data.Span);
        var path = _link.To(peer.Address);
        if (!path.IsPrompt || path.LossPercent > 0)
            TakePort();
        if (path.Swallows())
            return data.Length;

        if (!path.IsPrompt)
        {
            byte[] late = data.ToArray();
            path.Later(() => SendLate(late, flags, peer));
            return data.Length;
        }

        _owed.Expect(peer);
        try
        {
            return await Socket.SendToAsync(data, flags, peer, all);
        }
        catch
        {
            _owed.Settle(peer);
            throw;
        }
    }, token);

    public Task<int> Receive(Memory<byte> into, SocketFlags flags, CancellationToken token) =>
        Guard(async all => await Socket.ReceiveAsync(into, flags, all), token);

    /// <returns>Length of the datagram, cut to the buffer, and where it came from.</returns>
    public Task<(int Length, IPEndPoint From)> ReceiveFrom(Memory<byte> into, SocketFlags flags, CancellationToken token)
    {
        IPEndPoint? answered = null;
        return Guard(
            async all =>
            {
                byte[] datagram = new byte[65_536];
                var result = await Socket.ReceiveFromAsync(datagram, flags, new IPEndPoint(IPAddress.Any, 0), all);
                var from = (IPEndPoint)result.RemoteEndPoint;
                int length = _echo is null ? result.ReceivedBytes : _echo.Received(datagram, result.ReceivedBytes, from.Address);
                answered = IsOwnRequest(datagram, length) ? null : from;
                length = Math.Min(length, into.Length);
                datagram.AsMemory(0, length).CopyTo(into);
                return (length, from);
            },
            token,
            () =>
            {
                if (answered is not null)
                    _owed.Settle(answered);
            });
    }

    /// <summary>Address and port of this end or the other one; null while there is none.</summary>
    public (byte[] Address, int Port)? EndPoint(bool remote)
    {
        try
        {
            return (remote ? Socket.RemoteEndPoint : Socket.LocalEndPoint) is IPEndPoint p ? (p.Address.GetAddressBytes(), p.Port) : null;
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            return null;
        }
    }

    /// <summary>Whether an operation would not wait.</summary>
    public bool IsReady(SelectMode mode) => Do(s => s.Poll(0, mode));

    /// <summary>Takes an address of the PC. The board's own address is none of them and means any.</summary>
    public void Bind(byte[] address, int port) => Do(s =>
    {
        var own = new IPAddress(address);
        s.Bind(new IPEndPoint(own.Equals(_link.Address) ? IPAddress.Any : own, port));
        return true;
    });

    /// <summary>Does something that does not wait.</summary>
    public T Do<T>(HostQuery<T> action)
    {
        ThrowIfDown();
        try
        {
            return action(Socket);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            throw NetworkException.From(e, _link.IsUp);
        }
    }

    public void Dispose()
    {
        if (IsClosed)
            return;

        IsClosed = true;
        _link.Remove(this);
        _failure.Cancel();
        _answers.Forget();
        Socket.Dispose();
    }

    internal static HostSocket Create(NetworkLink link, AddressFamily family, SocketType type, ProtocolType protocol)
    {
        if (type != SocketType.Raw)
        {
            var socket = link.Opener(family, type, protocol);
            if (type == SocketType.Dgram && OperatingSystem.IsWindows())
                socket.IOControl(TellUnreachablePorts, [0, 0, 0, 0], null); // lwIP does not tell a socket of ICMP errors.
            return new HostSocket(link, socket, echo: null);
        }

        try
        {
            return new HostSocket(link, link.Opener(family, type, protocol), echo: null);
        }
        catch (SocketException e) when (protocol == ProtocolType.Icmp && e.SocketErrorCode == SocketError.AccessDenied)
        {
            // Without the right to raw sockets, systems still let a program ping.
            return new HostSocket(link, link.Opener(family, SocketType.Dgram, protocol), new EchoDisguise());
        }
    }

    /// <summary>The link went down: whatever waits, fails.</summary>
    internal void Fail()
    {
        var failed = _failure;
        _failure = new CancellationTokenSource();
        failed.Cancel();
        _answers.Forget();
    }

    /// <summary>The loopback interface gives echo requests to whoever sent them.</summary>
    private bool IsOwnRequest(byte[] packet, int length) =>
        Socket.SocketType is SocketType.Raw && length > (packet[0] & 0x0F) * 4 && packet[(packet[0] & 0x0F) * 4] == 8;

    /// <summary>What does not leave now still takes a port, as on the device; the PC would take it only with the datagram.</summary>
    private void TakePort()
    {
        if (Socket.LocalEndPoint is null)
            Socket.Bind(new IPEndPoint(IPAddress.Any, 0));
    }

    private NetworkException Failure() => new(IsClosed ? SocketError.NotSocket : SocketError.NetworkDown);

    private void SendLate(byte[] data, SocketFlags flags, IPEndPoint peer)
    {
        if (IsClosed || !_link.IsUp)
            return;

        _owed.Expect(peer);
        try
        {
            Socket.SendTo(data, flags, peer);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Nobody is there any more who could be told.
            _owed.Settle(peer);
        }
    }

    private void ThrowIfDown()
    {
        if (!_link.IsUp)
            throw new NetworkException(SocketError.NetworkDown);
    }

    /// <summary>
    /// Runs an operation that ends at once, on the thread that causes it, when the socket is closed or the link lost: virtual
    /// time must not run on meanwhile.
    /// </summary>
    private Task<T> Guard<T>(Func<CancellationToken, Task<T>> operation, CancellationToken token, Action? afterwards = null)
    {
        ThrowIfDown();
        var result = new TaskCompletionSource<T>();
        var failure = _failure.Token;
        var failed = failure.Register(() => result.TrySetException(Failure()));
        _ = Finish();
        return result.Task;

        async Task Finish()
        {
            using var all = CancellationTokenSource.CreateLinkedTokenSource(failure, token);
            try
            {
                result.TrySetResult(await operation(all.Token).ConfigureAwait(false));
            }
            catch (OperationCanceledException)
            {
                result.TrySetException(failure.IsCancellationRequested ? Failure() : new NetworkException(SocketError.TimedOut));
            }
            catch (Exception e)
            {
                result.TrySetException(NetworkException.From(e, _link.IsUp));
            }

            await failed.DisposeAsync().ConfigureAwait(false);
            afterwards?.Invoke(); // Whoever waited is ready to run by now: virtual time cannot outrun it.
        }
    }
}

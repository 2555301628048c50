using VirtualBoard.Net;
using VirtualBoard.Running;

namespace System.Net.Sockets;

/// <summary>
/// A socket. Calls that wait let the other threads run; closing it from another thread ends them with a SocketException.
/// 16 may be open at once.
/// </summary>
public partial class Socket : IDisposable
{
    /// <summary>When lwIP gives up after four repeated SYNs.</summary>
    private const int ConnectGiveUpMs = 30_000;

    private readonly HostSocket _host;
    private int _receiveTimeout = Timeout.Infinite;
    private int _sendTimeout = Timeout.Infinite;
    private bool _isBound;

    /// <exception cref="SocketException">16 sockets are open, or the PC does not permit this kind (10013).</exception>
    public Socket(AddressFamily addressFamily, SocketType socketType, ProtocolType protocolType)
    {
        _host = NetworkCall.Do(() => NetworkCall.Link.Open(addressFamily, socketType, protocolType));
        SocketType = socketType;
    }

    private Socket(HostSocket accepted)
    {
        _host = accepted;
        SocketType = SocketType.Stream;
        _isBound = true;
    }

    public int Available => Do(s => s.Available);

    public EndPoint? LocalEndPoint => At(remote: false);

    public EndPoint? RemoteEndPoint => At(remote: true);

    public bool Connected => !_host.IsClosed && _host.Socket.Connected;

    /// <summary>Milliseconds; 0 or -1 for none.</summary>
    public int ReceiveTimeout
    {
        get => _receiveTimeout;
        set => _receiveTimeout = Limit(value);
    }

    /// <summary>Milliseconds; 0 or -1 for none.</summary>
    public int SendTimeout
    {
        get => _sendTimeout;
        set => _sendTimeout = Limit(value);
    }

    public SocketType SocketType { get; }

    /// <exception cref="SocketException">The address is not the board's, or the port is taken.</exception>
    public void Bind(EndPoint localEP)
    {
        var (address, port) = Parts(localEP);
        NetworkCall.Do(() =>
        {
            Host().Bind(address, port);
            return true;
        });
        _isBound = true;
    }

    /// <summary>Waits until the peer answers or TCP gives up; there is no time-out to set.</summary>
    public void Connect(EndPoint remoteEP)
    {
        var (address, port) = Parts(remoteEP);
        var peer = HostAddress.EndPoint(address, port);
        Await((host, token) => host.Connect(peer, token), ConnectGiveUpMs, _host.PatienceFor(peer));
        _isBound = true;
    }

    public void Close() => ((IDisposable)this).Dispose();

    public void Listen(int backlog) => Do(s =>
    {
        s.Listen(backlog);
        return true;
    });

    public Socket Accept() => new(Await((host, token) => host.Accept(token), _receiveTimeout));

    /// <summary>Whether an operation would not wait, now or within some microseconds; -1 waits for ever.</summary>
    public bool Poll(int microSeconds, SelectMode mode)
    {
        var interpreter = Interpreter.Current;
        long until = microSeconds < 0 ? long.MaxValue : interpreter.UptimeMicros + microSeconds;
        while (true)
        {
            if (NetworkCall.Do(() => Host().IsReady(mode)))
                return true;
            if (interpreter.UptimeMicros >= until)
                return false;
            interpreter.Sleep(1);
        }
    }

    void IDisposable.Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        // The board closes what is open when its power goes.
        if (disposing)
            _ = Interpreter.Current;
        _host?.Dispose();
    }

    /// <summary>Late, as on the device: close sockets.</summary>
    ~Socket() => Dispose(disposing: false);

    private static int Limit(int value) => value < Timeout.Infinite
        ? throw new ArgumentOutOfRangeException(nameof(value), value, "Milliseconds, or -1 for no limit.")
        : value == 0 ? Timeout.Infinite : value;

    private static (byte[] Address, int Port) Parts(EndPoint? endPoint)
    {
        ArgumentNullException.ThrowIfNull(endPoint);
        return endPoint is IPEndPoint ip
            ? (ip.Address.GetAddressBytes(), ip.Port)
            : throw new ArgumentException("Only an IPEndPoint has an address that can be reached.", nameof(endPoint));
    }

    private IPEndPoint? At(bool remote) => Host().EndPoint(remote) is { } at ? new IPEndPoint(new IPAddress(at.Address), at.Port) : null;

    private HostSocket Host()
    {
        _ = Interpreter.Current;
        ObjectDisposedException.ThrowIf(_host.IsClosed, this);
        return _host;
    }

    private T Await<T>(HostOperation<T> operation, int timeoutMs, TimeSpan? patience = null)
    {
        var host = Host();
        return NetworkCall.Await(token => operation(host, token), timeoutMs, patience ?? NetworkCall.Link.Patience);
    }

    private T Do<T>(HostQuery<T> query) => NetworkCall.Do(() => Host().Do(query));
}

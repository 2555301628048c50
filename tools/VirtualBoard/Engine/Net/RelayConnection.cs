using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using VirtualBoard.Running;

namespace VirtualBoard.Net;

/// <summary>One TCP connection of the board: a library of the PC on one side, the real peer on the other.</summary>
public sealed class RelayConnection : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly LinkRelay _relay;
    private readonly Socket _listener;
    private readonly Socket _peer;
    private readonly RelayLine _outward;
    private readonly RelayLine _inward;
    private readonly CancellationTokenSource _gone = new();
    private Stream _peerStream;
    private Socket? _board;
    private int _ending;

    internal RelayConnection(LinkRelay relay, TimeBase time, Socket peer)
    {
        _relay = relay;
        _peer = peer;
        _peerStream = new NetworkStream(peer);
        Answers = new OwedAnswers(time, () => relay.IsOpen, () => Patience);
        _outward = new RelayLine(time, Answers, relay, outward: true);
        _inward = new RelayLine(time, Answers, relay, outward: false);
        _listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen(1);
        LocalPort = ((IPEndPoint)_listener.LocalEndPoint!).Port;
        _ = Run();
    }

    /// <summary>Bytes of the peer reached the board. Raised on a thread of the relay.</summary>
    public event Action? Heard
    {
        add => _inward.Delivered += value;
        remove => _inward.Delivered -= value;
    }

    /// <summary>Port on 127.0.0.1 that the library connects to.</summary>
    public int LocalPort { get; }

    internal OwedAnswers Answers { get; }

    /// <summary>
    /// The peer owes an answer. Until the result is disposed virtual time stands still, but for at most 2 real seconds, and not
    /// while bytes are under way in a delay or the path is cut.
    /// </summary>
    public IDisposable Expect() => Answers.Expect();

    /// <summary>
    /// Speaks TLS to the peer from now on, while the library goes on in plain text on its side. To be called before the library
    /// connects.
    /// </summary>
    /// <exception cref="System.Security.Authentication.AuthenticationException">This end does not accept the peer, or they have nothing in common.</exception>
    /// <exception cref="IOException">The peer does not accept this end.</exception>
    public async Task Secure(SslClientAuthenticationOptions options)
    {
        var stream = new SslStream(_peerStream);
        await stream.AuthenticateAsClientAsync(options, _gone.Token).ConfigureAwait(false);
        _peerStream = stream;
    }

    /// <summary>Watches the messages that the library sends, from the first on.</summary>
    public void Watch(IFrameReader frames) => _outward.Watch(frames);

    /// <summary>Sends a message to the peer between two of the library's own; needs <see cref="Watch"/>.</summary>
    public void Insert(byte[] message) => _outward.Insert(message);

    /// <summary>The board closes its end. The peer hears of it when the path is open, after what was sent before.</summary>
    public void Dispose()
    {
        Answers.Close();
        _relay.Remove(this);
        _listener.Dispose();
        var board = _board;
        if (board is null)
        {
            Break(_peer);
            _gone.Cancel();
        }
        else
            Break(board);
    }

    internal void Reset()
    {
        if (!Leave())
            return;
        Break(_board, reset: true);
        Break(_peer, reset: true);
        _gone.Cancel();
    }

    /// <summary>The board's end is gone without a word; the peer's stays open until the peer closes it.</summary>
    internal void Vanish()
    {
        if (!Leave())
            return;
        Answers.Close();
        _gone.Cancel();
        Break(_board);
        _ = Drain();
    }

    private static void Break(Socket? socket, bool reset = false)
    {
        try
        {
            if (reset)
                socket?.LingerState = new LingerOption(enable: true, seconds: 0);
            else if (socket is { Connected: true })
                socket.Shutdown(SocketShutdown.Both);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // It was closed already.
        }

        socket?.Dispose();
    }

    private bool Leave()
    {
        _relay.Remove(this);
        Answers.Forget();
        _listener.Dispose();
        return Interlocked.Exchange(ref _ending, 1) == 0;
    }

    private async Task Run()
    {
        try
        {
            _board = await _listener.AcceptAsync(_gone.Token).ConfigureAwait(false);
            _board.NoDelay = true;
            _listener.Dispose();
            await using var boardStream = new NetworkStream(_board);
            var outward = _outward.Carry(boardStream, _peerStream, _gone.Token);
            var inward = _inward.Carry(_peerStream, boardStream, _gone.Token);
            // Each side's end passes to the other side, in turn with the bytes before it.
            await Task.WhenAll(Pass(outward, _peer), Pass(inward, _board)).ConfigureAwait(false);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // Ended before the library came, or cut.
        }

        _relay.Remove(this);
    }

    private async Task Pass(Task line, Socket to)
    {
        try
        {
            await line.ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        if (to != _peer)
            Answers.Expect(); // the board's library will tell of the loss
        Break(to);
    }

    private async Task Drain()
    {
        byte[] waste = new byte[4096];
        try
        {
            while (await _peer.ReceiveAsync(waste).ConfigureAwait(false) > 0)
            {
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The peer has given up.
        }

        _peer.Dispose();
    }
}

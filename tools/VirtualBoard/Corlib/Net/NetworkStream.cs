using VirtualBoard.Running;

namespace System.Net.Sockets;

/// <summary>A connected socket as a stream.</summary>
public class NetworkStream : Stream
{
    protected int _socketType;
    protected EndPoint? _remoteEndPoint;
    protected bool _disposed;

    private readonly bool _ownsSocket;

    public NetworkStream(Socket socket)
        : this(socket, ownsSocket: false)
    {
    }

    public NetworkStream(Socket socket, bool ownsSocket)
    {
        ArgumentNullException.ThrowIfNull(socket);
        Socket = socket;
        _ownsSocket = ownsSocket;
        _socketType = (int)socket.SocketType;
        _remoteEndPoint = socket.RemoteEndPoint;
    }

    public override bool CanRead => !_disposed;

    public override bool CanSeek => false;

    public override bool CanTimeout => true;

    public override bool CanWrite => !_disposed;

    public override int ReadTimeout
    {
        get => Socket.ReceiveTimeout;
        set => Socket.ReceiveTimeout = value;
    }

    public override int WriteTimeout
    {
        get => Socket.SendTimeout;
        set => Socket.SendTimeout = value;
    }

    public override long Length => throw new NotSupportedException("A connection has no length.");

    public override long Position
    {
        get => throw new NotSupportedException("A connection has no position.");
        set => throw new NotSupportedException("A connection has no position.");
    }

    public virtual bool DataAvailable => Open().Available > 0;

    private protected Socket Socket { get; }

    public void Close(int timeout) => Close();

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => Open().Receive(buffer, offset, count, SocketFlags.None);

    public int Read(SpanByte buffer)
    {
        byte[] bytes = new byte[buffer.Length];
        int read = Read(bytes, 0, bytes.Length);
        for (int i = 0; i < read; i++)
            buffer[i] = bytes[i];
        return read;
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException("A connection has no position.");

    public override void SetLength(long value) => throw new NotSupportedException("A connection has no length.");

    public override void Write(byte[] buffer, int offset, int count) => Open().Send(buffer, offset, count, SocketFlags.None);

    protected override void Dispose(bool disposing)
    {
        if (!_disposed && disposing)
        {
            _ = Interpreter.Current;
            _disposed = true;
            if (_ownsSocket)
                Socket.Close();
        }

        base.Dispose(disposing);
    }

    private Socket Open()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return Socket;
    }
}

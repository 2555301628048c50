using System.Net;
using System.Net.Sockets;
using VirtualRack.Wiring;

namespace VirtualRack.Equipment.Services;

/// <summary>Something that answers on a port of this PC as a service of a machine would, with real sockets and at once.</summary>
public abstract class NetworkService : IDisposable
{
    private readonly Lock _gate = new();
    private IPEndPoint? _at;
    private Socket? _socket;
    private bool _isDown;

    /// <summary>Where it answers.</summary>
    /// <exception cref="InvalidOperationException">It was not opened.</exception>
    public IPEndPoint EndPoint => _at ?? throw new InvalidOperationException("The service has no port yet: call Open first.");

    public int Port => EndPoint.Port;

    /// <summary>The program has ended: connections are refused, datagrams are for nobody. The port stays its own.</summary>
    public bool IsDown
    {
        get => _isDown;
        set
        {
            lock (_gate)
            {
                if (_isDown == value)
                    return;
                _isDown = value;
                if (_socket is null)
                    return;
                _socket.Dispose();
                Hush();
                _socket = value ? Reserve(EndPoint) : Serve(EndPoint);
            }
        }
    }

    /// <summary>Begins to answer.</summary>
    /// <param name="port">0 for a free one.</param>
    /// <exception cref="WiringException">The address is none of this PC, or the port is taken.</exception>
    public void Open(IPAddress address, int port = 0)
    {
        lock (_gate)
        {
            try
            {
                _socket = Serve(new IPEndPoint(address, port));
                _at = (IPEndPoint)_socket.LocalEndPoint!;
            }
            catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressNotAvailable)
            {
                throw new WiringException(
                    $"{address} is no address of this PC. macOS knows 127.0.0.1 alone: run `sudo ifconfig lo0 alias {address}` once after each start.");
            }
            catch (SocketException e)
            {
                throw new WiringException($"Port {port} of {address} cannot be opened: {e.Message}.");
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _socket?.Dispose();
            _socket = null;
            Hush();
        }

        GC.SuppressFinalize(this);
    }

    /// <returns>A socket on which somebody answers until it is disposed.</returns>
    protected abstract Socket Serve(IPEndPoint at);

    /// <returns>A socket that keeps the port while nobody answers on it.</returns>
    protected abstract Socket Reserve(IPEndPoint at);

    /// <summary>Ends what is under way with peers.</summary>
    protected virtual void Hush()
    {
    }

    /// <summary>A socket was closed, by this end or the other one.</summary>
    protected static bool IsEnd(Exception e) => e is SocketException or ObjectDisposedException or OperationCanceledException;
}

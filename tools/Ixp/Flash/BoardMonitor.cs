extern alias serial;

using Ixp.Flash.Wire;
using SerialPort = serial::System.IO.Ports.SerialPort;

namespace Ixp.Flash;

/// <summary>
/// Restarts a board through its debug port and listens to what it says. A board sends its text to whoever has greeted it, and
/// forgets that by a restart: it is greeted again each second.
/// </summary>
internal sealed class BoardMonitor : IDisposable
{
    private const int ReadMs = 200;

    private readonly SerialPort _port;
    private readonly WireReader _packets = new();
    private readonly BoardText _text = new();
    private ushort _sequence;

    /// <exception cref="FlashException">The port cannot be opened.</exception>
    public BoardMonitor(string port, int baud)
    {
        if (!OperatingSystem.IsWindows() && !File.Exists(port))
            throw new FlashException($"there is no port {port}", "Look whether the board is still plugged in, and at the name of the port.");
        _port = new SerialPort(port, baud) { ReadTimeout = ReadMs, WriteTimeout = 2000 };
        try
        {
            _port.Open();
        }
        catch (UnauthorizedAccessException)
        {
            _port.Dispose();
            throw new FlashException(
                $"this user may not open {port}, or another program has it",
                OperatingSystem.IsLinux() ? "Join the group of the port (sudo usermod -aG dialout $USER), log in anew, and try again." : "Close what else may use the port, and try again.");
        }
        catch (Exception e) when (e is IOException or ArgumentException)
        {
            _port.Dispose();
            throw new FlashException($"{port} cannot be opened: {e.Message}", "Look whether the board is still plugged in, and at the name of the port.");
        }
    }

    /// <summary>Any board answers: firmware is on it, and runs.</summary>
    public bool HasAnswered { get; private set; }

    /// <summary>Restarts the board as its RESET would.</summary>
    /// <exception cref="FlashException">The port takes nothing.</exception>
    public void Restart()
    {
        try
        {
            Send(WirePacket.Reboot(_sequence++));
        }
        catch (Exception e) when (e is IOException or TimeoutException or InvalidOperationException or UnauthorizedAccessException)
        {
            throw new FlashException($"{_port.PortName} takes nothing: {e.Message}", "Plug the board in again, and try again.");
        }
    }

    /// <summary>Listens until a line is the one that was waited for.</summary>
    /// <param name="isEnd">Gets each line.</param>
    /// <returns>False if there was none in time.</returns>
    public async Task<bool> Listen(Func<string, bool> isEnd, TimeSpan patience, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(patience);
        var greeting = Greet(limit.Token);
        try
        {
            return await Task.Run(() => Read(isEnd, limit.Token), CancellationToken.None);
        }
        finally
        {
            await limit.CancelAsync();
            await greeting;
            cancellation.ThrowIfCancellationRequested();
        }
    }

    public void Dispose() => _port.Dispose();

    private async Task Greet(CancellationToken cancellation)
    {
        using var second = new PeriodicTimer(TimeSpan.FromSeconds(1));
        try
        {
            do
            {
                Send(WirePacket.Ping(_sequence++));
            }
            while (await second.WaitForNextTickAsync(cancellation));
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or TimeoutException or InvalidOperationException or UnauthorizedAccessException)
        {
            // The listener's time is up; or the port is gone, which the reader tells.
        }
    }

    private bool Read(Func<string, bool> isEnd, CancellationToken cancellation)
    {
        byte[] buffer = new byte[1024];
        while (!cancellation.IsCancellationRequested)
        {
            int length;
            try
            {
                length = _port.Read(buffer, 0, buffer.Length);
            }
            catch (TimeoutException)
            {
                continue;
            }
            catch (Exception e) when (e is IOException or InvalidOperationException or OperationCanceledException or UnauthorizedAccessException)
            {
                throw new FlashException($"{_port.PortName} is gone: {e.Message}", "Plug the board in again, and try again.");
            }

            foreach (var packet in _packets.Read(buffer.AsSpan(0, length)))
            {
                HasAnswered |= packet.Command is WireCommand.Ping;
                if (packet.Command is WireCommand.Message && _text.Take(packet.Payload).Any(isEnd))
                    return true;
            }
        }

        return false;
    }

    private void Send(WirePacket packet)
    {
        byte[] bytes = packet.ToBytes();
        _port.Write(bytes, 0, bytes.Length);
    }
}

using System.Net;
using System.Net.Sockets;

namespace SystemTests.Network;

/// <summary>Traffic to a host at a steady rate, from a socket of the board's side.</summary>
internal sealed class Flood : IDisposable
{
    /// <summary>Of the datagrams' data; headers come on top.</summary>
    public const int BitsPerSecond = 8 * Bytes * 1000 / EveryMs;

    private const int Bytes = 1000;
    private const int EveryMs = 10;

    private readonly CancellationTokenSource _end = new();
    private readonly Task _sending;

    public Flood(TestNetwork network, TestHost host)
    {
        var socket = network.Run(() => new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp));
        _sending = Send(socket, new IPEndPoint(IPAddress.Parse(host.Address), 9));
    }

    public void Dispose()
    {
        _end.Cancel();
        _sending.Wait();
        _end.Dispose();
    }

    private async Task Send(Socket socket, IPEndPoint to)
    {
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(EveryMs));
        using (socket)
        {
            try
            {
                while (await pace.WaitForNextTickAsync(_end.Token))
                    await socket.SendToAsync(new byte[Bytes], to, _end.Token);
            }
            catch (OperationCanceledException)
            {
                // The test is over.
            }
        }
    }
}

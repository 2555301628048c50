using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace SystemTests.Tls;

/// <summary>A port of 127.0.0.1 that the device takes for its broker's, and all that it sends there.</summary>
internal sealed class WatchedPort : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<MemoryStream> _heard = new();
    private readonly ConcurrentQueue<TcpClient> _clients = new();

    public WatchedPort()
    {
        _listener.Start();
        _ = Accept();
    }

    public int Number => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Port on 127.0.0.1 to which new connections go on; 0 leaves them without a word.</summary>
    public int Target { get; set; }

    /// <summary>What each connection has sent so far.</summary>
    public IReadOnlyList<byte[]> Heard => [.. _heard.Select(Copy)];

    public void Dispose()
    {
        _listener.Dispose();
        foreach (var client in _clients)
            client.Dispose();
    }

    private static byte[] Copy(MemoryStream heard)
    {
        lock (heard)
            return heard.ToArray();
    }

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync();
                client.NoDelay = true;
                _clients.Enqueue(client);
                _ = Serve(client, Target);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task Serve(TcpClient client, int target)
    {
        var heard = new MemoryStream();
        _heard.Enqueue(heard);
        using var broker = new TcpClient { NoDelay = true };
        try
        {
            if (target != 0)
                await broker.ConnectAsync(IPAddress.Loopback, target);
            var answers = target == 0 ? Task.CompletedTask : Answer(broker, client);
            byte[] buffer = new byte[4096];
            int length;
            while ((length = await client.GetStream().ReadAsync(buffer)) > 0)
            {
                lock (heard)
                    heard.Write(buffer, 0, length);
                if (target != 0)
                    await broker.GetStream().WriteAsync(buffer.AsMemory(0, length));
            }

            if (target != 0)
                broker.Client.Shutdown(SocketShutdown.Send);
            await answers;
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException)
        {
            // One of the two ends has gone.
        }

        client.Close();
    }

    private static async Task Answer(TcpClient broker, TcpClient client)
    {
        try
        {
            await broker.GetStream().CopyToAsync(client.GetStream());
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException)
        {
            // As above.
        }

        client.Close();
    }
}

using System.Net;
using System.Net.Sockets;
using SystemTests.Support;

namespace SystemTests;

/// <summary>Targets that answer, fall silent and come back.</summary>
public sealed class ProbeTests
{
    [Fact]
    public async Task EchoOfALoopbackAddressIsAnswered()
    {
        await using var running = await RunningSite.Start();
        var probe = await running.Inbox.Next("probe/router1", p => (int)p["up"]! == 1);

        Assert.Equal(0, (int)probe["state"]!);
        Assert.Equal(0, (int)probe["loss_pct"]!);
        Assert.True((double)probe["rtt_ms"]! >= 0);
    }

    [Fact]
    public async Task ListenerThatGoesIsDownAfterThreeChecksAndUpWhenItIsBack()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;
        await using var running = await RunningSite.Start(s => s with
        {
            Targets = [new Ixp.Sites.TargetEntry("tcp", "server1", "127.0.0.1", port, 1, 500)],
        });
        await running.Inbox.Next("probe/server1", p => (int)p["state"]! == 0);

        listener.Stop();
        await running.Inbox.Next("probe/server1", p => (int)p["state"]! == 1 && (int)p["up"]! == 1);
        var down = await running.Inbox.Next("probe/server1", p => (int)p["state"]! == 3);
        Assert.Equal(0, (int)down["up"]!);
        Assert.Null(down["rtt_ms"]);

        using var back = new TcpListener(IPAddress.Loopback, port);
        back.Start();
        await running.Inbox.Next("probe/server1", p => (int)p["state"]! == 0 && (int)p["up"]! == 1);
    }
}

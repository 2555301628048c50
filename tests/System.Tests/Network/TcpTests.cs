using System.Net.Sockets;
using System.Text;

namespace SystemTests.Network;

/// <summary>TCP services among hosts that refuse, drop, greet and keep silent.</summary>
public sealed class TcpTests : NetworkTest
{
    [Fact]
    public async Task RefusedFilteredRejectedAndOpenAreToldApart()
    {
        var host = Network.Add();
        Own(host.Listen(2000));
        host.Filter("tcp dport 2002 drop");
        host.Filter("tcp dport 2003 reject with tcp reset");
        host.Filter("tcp dport 2004 reject with icmp type host-unreachable");
        await Start(
            Target("tcp", "open", host, 2000),
            Target("tcp", "closed", host, 2001),
            Target("tcp", "filtered", host, 2002),
            Target("tcp", "reset", host, 2003),
            Target("tcp", "unreachable", host, 2004));
        var open = await State("open", 0);
        Assert.True((double)open["rtt_ms"]! > 0);
        await Cause("closed", 2);
        await Cause("filtered", 1);
        await Cause("reset", 2);
        await Cause("unreachable", 3);
    }

    [Fact]
    public async Task BgpSpeakerThatRefusesUsLivesAndOneThatIsFilteredDoesNot()
    {
        var host = Network.Add();
        await Start(Target("bgp", "rs1", host, 179));
        await State("rs1", 0);
        host.Filter("tcp dport 179 drop");
        await State("rs1", 3);
    }

    [Theory]
    [InlineData("SSH-2.0-OpenSSH_9.9\r\n", 0, null)]
    [InlineData("220 mail ready\r\n", 3, 5)]
    [InlineData("SSH", 3, 1)]
    [InlineData("", 3, 1)]
    public async Task GreetingHasToBeginAsExpected(string greeting, int state, int? cause)
    {
        var host = Network.Add();
        Serve(Own(host.Listen(22)), Encoding.ASCII.GetBytes(greeting));
        await Start(Target("tcp", "ssh", host, 22) with { Values = new Dictionary<string, object> { ["banner"] = "SSH-2.0-" } });
        var told = await State("ssh", state);
        Assert.Equal(cause, (int?)told["cause"]);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\n\r\n", 0, null)]
    [InlineData("HTTP/1.0 404 Not Found\r\n\r\n", 0, null)]
    [InlineData("HTTP/1.1 503 Service Unavailable\r\n\r\n", 3, 5)]
    [InlineData("\u0016\u0003\u0001 this is no HTTP", 3, 5)]
    public async Task LookingGlassHasToAnswerByAStatus(string answer, int state, int? cause)
    {
        var host = Network.Add();
        Serve(Own(host.Listen(80)), Encoding.Latin1.GetBytes(answer));
        await Start(Target("http", "lg", host, 80) with { Values = new Dictionary<string, object> { ["path"] = "/" } });
        var told = await State("lg", state);
        Assert.Equal(cause, (int?)told["cause"]);
    }

    /// <summary>Says that to everybody who connects, and nothing more.</summary>
    private static void Serve(Socket listener, byte[] greeting) => _ = Task.Run(async () =>
    {
        var open = new List<Socket>();
        try
        {
            while (true)
            {
                var peer = await listener.AcceptAsync();
                open.Add(peer);
                if (greeting.Length > 0)
                    await peer.SendAsync(greeting);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            open.ForEach(o => o.Dispose());
        }
    });
}

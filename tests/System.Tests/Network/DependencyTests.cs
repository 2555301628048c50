namespace SystemTests.Network;

/// <summary>What lies behind a dead switch is unreachable, and nobody is called for it.</summary>
public sealed class DependencyTests : NetworkTest
{
    [Fact]
    public async Task OnlyTheSwitchIsDownWhenTheSwitchIsDown()
    {
        var network = Network.Add();
        var server = Network.Add();
        await Start(
            Target("icmp", "server1", server) with { Parents = ["switch1"] },
            Target("icmp", "server2", server) with { Parents = ["switch1"] },
            Target("icmp", "switch1", network));
        await State("server1", 0);
        await State("server2", 0);
        await State("switch1", 0);

        server.IgnoresEcho = true;
        network.IgnoresEcho = true;
        await State("switch1", 3);
        await State("server1", 4);
        var unreachable = await State("server2", 4);
        Assert.Equal(0, (int)unreachable["up"]!);

        network.IgnoresEcho = false;
        server.IgnoresEcho = false;
        await State("server1", 0);
        await Running.Inbox.Complete();
        Assert.DoesNotContain(Running.Inbox.Seen, m => m.Path.StartsWith("alarm/server", StringComparison.Ordinal));
        Assert.DoesNotContain(
            Running.Inbox.Seen, m => m.Path is "event" && m.Text.Contains("\"target-down\",\"item\":\"server", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ServerThatDiesAloneIsDown()
    {
        var network = Network.Add();
        var server = Network.Add();
        await Start(Target("icmp", "server1", server) with { Parents = ["switch1"] }, Target("icmp", "switch1", network));
        await State("server1", 0);
        server.IgnoresEcho = true;
        await State("server1", 3);
        Assert.Equal("down", (string)(await Running.Inbox.Next("alarm/server1"))["state"]!);
    }
}

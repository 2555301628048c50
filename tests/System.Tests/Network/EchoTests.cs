namespace SystemTests.Network;

/// <summary>ICMP among hosts that drop, refuse, lie and come back.</summary>
public sealed class EchoTests : NetworkTest
{
    private const int SlowMs = 50;

    [Fact]
    public async Task HostThatNoLongerAnswersIsDownAndComesBack()
    {
        var host = Network.Add();
        await Start(Target("icmp", "switch1", host));
        var up = await State("switch1", 0);
        Assert.True((double)up["rtt_ms"]! > 0);
        Assert.Null(up["cause"]);

        host.IgnoresEcho = true;
        Assert.Equal("target-down", (string)(await Running.Inbox.Next("event"))["event"]!);
        var down = await State("switch1", 3);
        Assert.Equal((0, 1), ((int)down["up"]!, (int)down["cause"]!));
        Assert.Null(down["rtt_ms"]);
        var alarm = await Running.Inbox.Next("alarm/switch1");
        Assert.Equal((3, "down"), ((int)alarm["severity"]!, (string)alarm["state"]!));

        host.IgnoresEcho = false;
        Assert.Equal("target-up", (string)(await Running.Inbox.Next("event"))["event"]!);
        await State("switch1", 0);
        Assert.Equal(0, (int)(await Running.Inbox.Next("alarm/switch1"))["severity"]!);
    }

    [Fact]
    public async Task FilteredHostDoesNotAnswerAndOneThatProhibitsSaysSo()
    {
        var silent = Network.Add();
        var strict = Network.Add();
        silent.Filter("icmp type echo-request drop");
        strict.Filter("icmp type echo-request reject with icmp type admin-prohibited");
        await Start(Target("icmp", "silent", silent), Target("icmp", "strict", strict));
        await Cause("silent", 1);
        await Cause("strict", 3);
        await State("silent", 3);
        await State("strict", 3);

        silent.ClearFilter();
        strict.ClearFilter();
        await State("silent", 0);
        await State("strict", 0);
    }

    [Fact]
    public async Task HostWhoseWireIsPulledIsDownUntilItIsPluggedIn()
    {
        var host = Network.Add();
        await Start(Target("icmp", "server1", host));
        await State("server1", 0);
        host.IsUp = false;
        await State("server1", 3);
        host.IsUp = true;
        await State("server1", 0);
    }

    [Theory]
    [InlineData("blackhole", 1)]
    [InlineData("prohibit", 3)]
    [InlineData("unreachable", 3)]
    public async Task RouterThatDoesNotLetThroughIsToldByWhatItSays(string route, int cause)
    {
        var router = Network.Add();
        router.Forwards = true;
        router.Route($"{route} 10.78.0.1/32");
        Network.Route("10.78.0.1/32", router);
        await Start(Target("icmp", "far", router) with { Host = "10.78.0.1" });
        await Cause("far", cause);
        await State("far", 3);
    }

    [Fact]
    public async Task CircleOfRoutersExceedsTheTime()
    {
        // The second one knows no better way than back to the first.
        var first = Network.Add();
        var second = Network.Behind(first);
        first.Forwards = true;
        second.Forwards = true;
        first.Route($"10.78.0.2/32 via {second.Address}");
        Network.Route("10.78.0.2/32", first);
        await Start(Target("icmp", "far", first) with { Host = "10.78.0.2" });
        await Cause("far", 4);
    }

    [Fact]
    public async Task RepeatedLateAndMangledRepliesAreNoAnswers()
    {
        var host = Network.Add();
        byte[]? last = null;
        Own(new EchoResponder(host, (request, number) =>
        {
            // Each check gets all of this, and its true answer only as a late one of the check before.
            byte[]? late = last;
            last = request;
            byte[] sound = EchoResponder.Reply(request);
            byte[] otherData = [.. sound];
            otherData[^1] ^= 1;
            byte[] otherIdentifier = [.. sound];
            otherIdentifier[4] ^= 1;
            byte[] badSum = [.. sound];
            badSum[2] ^= 1;
            return new[] { EchoResponder.Sealed(otherData), EchoResponder.Sealed(otherIdentifier), badSum, sound[..20], [], late is null ? [] : EchoResponder.Reply(late) }
                .Select(p => (p, TimeSpan.Zero));
        }));
        await Start(Target("icmp", "liar", host));
        var down = await State("liar", 3);
        Assert.Equal(100, (int)down["loss_pct"]!);
    }

    [Fact]
    public async Task RepliesThatComeTwiceCountOnceAndSlowOnesDegrade()
    {
        var host = Network.Add();
        Own(new EchoResponder(host, (request, _) => Enumerable.Repeat((EchoResponder.Reply(request), TimeSpan.FromMilliseconds(SlowMs + 10)), 2)));
        await Start(Target("icmp", "slow", host) with { Values = new Dictionary<string, object> { ["slow_ms"] = SlowMs } });
        var degraded = await State("slow", 2);
        Assert.Equal((1, 0), ((int)degraded["up"]!, (int)degraded["loss_pct"]!));
        Assert.True((double)degraded["rtt_ms"]! >= SlowMs);
        Assert.True((double)degraded["rtt_min_ms"]! >= SlowMs);
        Assert.True((double)degraded["rtt_max_ms"]! >= (double)degraded["rtt_avg_ms"]!);
        Assert.Equal((2, "degraded"), ((int)(await Running.Inbox.Next("alarm/slow"))["severity"]!, "degraded"));
    }

    [Fact]
    public async Task WithoutTheRightToPingTcpStandsInAndThatIsSaidOnce()
    {
        var host = Network.Add();
        var lines = new List<string>();
        await Start(
            s => s with { Sensors = [], Targets = [Target("icmp", "switch1", host)] },
            r =>
            {
                r.Site.Board.Link.PermitsRaw = false;
                r.Site.Board.ConsoleLine += line =>
                {
                    lock (lines)
                        lines.Add(line);
                };
            });

        // Nobody listens there, and a refusal is a sign of life.
        await State("switch1", 0);
        host.Filter("tcp dport 22 drop");
        await State("switch1", 3);
        host.ClearFilter();
        await State("switch1", 0);
        lock (lines)
            Assert.Single(lines, l => l.Contains("no raw socket", StringComparison.Ordinal));
    }
}

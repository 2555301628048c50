using Ixp.Sites;
using Ixp.Sites.Secrets;
using Ixp.Sites.Sensors;

namespace SystemTests.Network;

/// <summary>SNMP against net-snmp's agent, on real interfaces.</summary>
public sealed class SnmpTests : NetworkTest
{
    [Fact]
    public async Task AgentThatIsStoppedIsDownUntilItRunsAgain()
    {
        var host = Network.Add();
        using var agent = new SnmpDaemon(host);
        await agent.Start();
        await Start("rack", Agent(host));
        var up = await State("switch1", 0);
        Assert.True((double)up["rtt_ms"]! > 0);

        agent.Stop();
        await Cause("switch1", 1);
        await State("switch1", 3);
        await agent.Start();
        await State("switch1", 0);
    }

    [Fact]
    public async Task AgentWhoseUpTimeBeginsAnewHasRestarted()
    {
        // The agent's own up time is that of a test, too short for a restart to be told from a clock that goes wrong.
        var host = Network.Add();
        string upTime = Path.GetTempFileName();
        await File.WriteAllTextAsync(upTime, "8640000", TestContext.Current.CancellationToken);
        string script = SnmpDaemon.Script(
            $"""
            #!/bin/sh
            echo .1.3.6.1.2.1.1.3.0
            echo timeticks
            cat {upTime}
            """);
        using var agent = new SnmpDaemon(host, $"pass -p 1 .1.3.6.1.2.1.1.3 {script}");
        await agent.Start();
        await Start("rack", Agent(host));
        await State("switch1", 0);

        await File.WriteAllTextAsync(upTime, "200", TestContext.Current.CancellationToken);
        Assert.Equal("switch1", (string)(await Running.Inbox.Next("event", e => (string)e["event"]! == "target-restarted"))["item"]!);
    }

    [Fact]
    public async Task WrongCommunityIsSilence()
    {
        var host = Network.Add();
        using var agent = new SnmpDaemon(host);
        await agent.Start();
        await Start("guess", Agent(host));
        await Cause("switch1", 1);
    }

    [Fact]
    public async Task TrafficOfARealInterfaceIsToldInBitsASecond()
    {
        var host = Network.Add();
        using var agent = new SnmpDaemon(host, "interface_fadeout 0");
        await agent.Start();
        await Start("rack", Agent(host), s => s with { Ports = [Port("as64500", "eth0")] });
        using var flood = new Flood(Network, host);

        // Two polls make a rate, and what is sent meanwhile has to be in it.
        var traffic = await Running.Inbox.Next("traffic", t => (double?)t["exchange_in_bps"] > Flood.BitsPerSecond / 2);
        Assert.InRange((double)traffic["exchange_in_bps"]!, Flood.BitsPerSecond / 2.0, Flood.BitsPerSecond * 3.0);
        Assert.Equal((double)traffic["exchange_in_bps"]!, (double)traffic["as64500_in_bps"]!);
        Assert.Equal((1, 1, 1), ((int)traffic["as64500_up"]!, (int)traffic["ports_up_count"]!, (int)traffic["ports_count"]!));
        var peak = await Running.Inbox.Next("traffic", t => t["exchange_peak_in_bps"] is not null);
        Assert.True((double)peak["exchange_peak_in_bps"]! >= (double)traffic["exchange_in_bps"]!);
    }

    [Fact]
    public async Task PortThatTheAgentDoesNotHaveIsMissingAndSoIsTheSum()
    {
        var host = Network.Add();
        using var agent = new SnmpDaemon(host);
        await agent.Start();
        await Start("rack", Agent(host), s => s with { Ports = [Port("as64500", "eth0"), Port("as64501", "eth7")] });
        var traffic = await Running.Inbox.Next("traffic", t => t["as64500_in_bps"] is not null && (int?)t["as64501_ok"] == 0);
        Assert.Null(traffic["exchange_in_bps"]);
        Assert.Null(traffic["ports_up_count"]);
        Assert.Equal(0, (int)traffic["exchange_ok"]!);
        Assert.Equal(2, (int)traffic["ports_count"]!);
    }

    [Fact]
    public async Task PortThatGoesDownIsAnEvent()
    {
        var host = Network.Add();
        host.AddPort("port9");
        using var agent = new SnmpDaemon(host);
        await agent.Start();
        await Start("rack", Agent(host), s => s with { Ports = [Port("as64500", "port9")] });
        await Running.Inbox.Next("traffic", t => (int?)t["as64500_up"] == 1);
        host.SetPort("port9", isUp: false);
        Assert.Equal("as64500", (string)(await Running.Inbox.Next("event", e => (string)e["event"]! == "port-down"))["item"]!);
        await Running.Inbox.Next("traffic", t => (int?)t["as64500_up"] == 0 && (int?)t["ports_up_count"] == 0);
    }

    [Theory]
    [InlineData(".1.3.6.1.2.1.33", Standard)]
    [InlineData(".1.3.6.1.4.1.318", PowerNet)]
    public async Task UpsTellsItsBatteryInTheGroupPower(string tree, string objects)
    {
        var host = Network.Add();
        string script = SnmpDaemon.Script(
            $"""
            #!/bin/sh
            [ "$1" = -g ] || exit 0
            case "$2" in
            {objects}
            *) exit 0 ;;
            esac
            echo "$2"
            echo "$type"
            echo "$value"
            """);
        using var agent = new SnmpDaemon(host, $"pass {tree} {script}");
        await agent.Start();
        var kind = SensorKind.All.First(k => k.Name == "ups");
        var ups = new SensorEntry { Kind = kind, Name = "ups", Group = "power", Values = new Dictionary<string, object> { ["target"] = "switch1" } };
        await Start("rack", Agent(host), s => s with { Sensors = [ups] });
        var power = await Running.Inbox.Next("power", p => p["ups_on_battery"] is not null);
        Assert.Equal((1, 42, 87, 229), ((int)power["ups_on_battery"]!, (int)power["ups_left_min"]!, (int)power["ups_charge_pct"]!, (int)(double)power["ups_input_v"]!));

        agent.Stop();
        await Running.Inbox.Next("power", p => (int?)p["ups_ok"] == 0 && p["ups_charge_pct"] is null);
        await State("switch1", 3);
        await Running.Inbox.Complete();
        Assert.DoesNotContain(Running.Inbox.Seen, m => m.Path is "alarm/ups");
    }

    private const string Standard =
        """
        .1.3.6.1.2.1.33.1.4.1.0) type=integer value=5 ;;
        .1.3.6.1.2.1.33.1.2.3.0) type=integer value=42 ;;
        .1.3.6.1.2.1.33.1.2.4.0) type=integer value=87 ;;
        .1.3.6.1.2.1.33.1.3.3.1.3.1) type=integer value=229 ;;
        """;

    private const string PowerNet =
        """
        .1.3.6.1.4.1.318.1.1.1.4.1.1.0) type=integer value=3 ;;
        .1.3.6.1.4.1.318.1.1.1.2.2.3.0) type=timeticks value=252000 ;;
        .1.3.6.1.4.1.318.1.1.1.2.2.1.0) type=gauge value=87 ;;
        .1.3.6.1.4.1.318.1.1.1.3.2.1.0) type=gauge value=229 ;;
        """;

    private static TargetEntry Agent(TestHost host) => Target("snmp", "switch1", host, 161, timeoutMs: 900) with
    {
        Values = new Dictionary<string, object> { ["community"] = "default", ["poll_s"] = 5 },
    };

    private static PortEntry Port(string name, string ifName) => new(name, "switch1", ifName, IfIndex: null, IsMember: true, HasKeys: true);

    private Task Start(string community, TargetEntry agent, Func<Site, Site>? more = null) => Start(
        s => (more ?? (site => site))(s with { Sensors = [], Targets = [agent] }),
        secrets: new SiteSecrets { SnmpCommunities = new Dictionary<string, string> { ["default"] = community } });
}

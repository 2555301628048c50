using System.Text.Json.Nodes;
using SystemTests.Support;

namespace SystemTests;

/// <summary>What a NOC sees of a healthy rack.</summary>
public sealed class ContractTests
{
    private static readonly string[] Topics =
    [
        "status", "meta", "power", "climate", "cooling", "security", "health", "probe/switch1", "probe/router1", "probe/broker",
    ];

    [Fact]
    public async Task EveryTopicArrivesAndNoReportIsMissing()
    {
        await using var running = await RunningSite.Start();
        foreach (string topic in Topics)
            await running.Inbox.Next(topic);
        await running.Inbox.Complete();

        Assert.Empty(running.Inbox.Watch.MissingOf(Topics));
        Assert.Equal(0, running.Inbox.Watch.Unreadable);
        Assert.Empty(running.Deaths);
    }

    [Fact]
    public async Task GroupsAreFlatObjectsOfNumbersWithTimeSessionAndSequence()
    {
        await using var running = await RunningSite.Start();
        await running.Inbox.Next("climate", p => p["ts"] is not null && p["inlet_c"] is not null);

        foreach (var message in running.Inbox.Seen.Where(m => m.Path is "power" or "climate" or "cooling" or "security" or "health"))
        {
            var payload = Assert.IsType<JsonObject>(message.Payload);
            Assert.Contains(payload, p => p.Key is "ts" or "up_s");
            Assert.Equal(1, payload["session"]!.GetValue<long>());
            Assert.True(payload["seq"]!.GetValue<long>() > 0);
            Assert.All(payload, p => Assert.Equal(System.Text.Json.JsonValueKind.Number, p.Value!.GetValueKind()));
        }
    }

    [Fact]
    public async Task ValuesAreThoseOfTheRack()
    {
        await using var running = await RunningSite.Start();
        var climate = await running.Inbox.Next("climate", p => p["inlet_c"] is not null && p["ambient_rh"] is not null);
        var power = await running.Inbox.Next("power", p => p["mains_v"] is not null && p["battery_v"] is not null);
        var cooling = await running.Inbox.Next("cooling", p => p["fan1_rpm"] is not null);
        var security = await running.Inbox.Next("security");
        var rack = running.Site.Rack.Rack.Look();

        Assert.InRange((double)climate["inlet_c"]!, rack.InletCelsius - 1, rack.InletCelsius + 1);
        Assert.InRange((double)climate["ambient_rh"]!, 1, 100);
        Assert.InRange((double)power["mains_v"]!, rack.MainsVolts - 15, rack.MainsVolts + 15);
        Assert.InRange((double)power["battery_v"]!, rack.BusVolts - 0.5, rack.BusVolts + 0.5);
        Assert.InRange((double)cooling["fan1_rpm"]!, rack.FanRpm[0] * 0.9, rack.FanRpm[0] * 1.1);
        Assert.Equal(0, (int)security["door_open"]!);
    }

    [Fact]
    public async Task MetaNamesEveryKeyThatTheGroupsUseAndEveryTarget()
    {
        await using var running = await RunningSite.Start();
        var meta = await running.Inbox.Next("meta");
        var keys = meta["metrics"]!.AsArray().Select(m => (string)m!["name"]!).ToHashSet();
        foreach (string group in new[] { "power", "climate", "cooling", "security", "health" })
        {
            var payload = await running.Inbox.Next(group);
            foreach (var (key, _) in payload.Where(p => p.Key is not ("ts" or "up_s" or "session" or "seq") && !p.Key.EndsWith("_ok", StringComparison.Ordinal)))
                Assert.Contains(key, keys);
        }

        Assert.Equal("olimex-esp32-poe-iso", (string)meta["board"]!);
        Assert.Equal(TestSite.Read().Targets.Select(t => t.Name), meta["targets"]!.AsArray().Select(t => (string)t!["name"]!));
        var inlet = meta["metrics"]!.AsArray().Single(m => (string)m!["name"]! == "inlet_c")!;
        Assert.Equal(2, (int)inlet["decimals"]!);
        Assert.Equal("°C", (string)inlet["unit"]!);
        Assert.Equal(34, (double)inlet["limits"]!["high_critical"]!);
    }

    [Fact]
    public async Task StatusTellsOnlineSessionAndWhyItStarted()
    {
        await using var running = await RunningSite.Start();
        var status = await running.Inbox.Next("status");

        Assert.Equal(1, (int)status["online"]!);
        Assert.Equal(1, (int)status["session"]!);
        Assert.Equal("power", (string)status["boot"]!);
    }

    [Fact]
    public async Task BeforeTheClockIsSetUptimeStandsInForTheTime()
    {
        await using var running = await RunningSite.Start(beforeBoot: r => r.Site.Board.Link.HasTimeServer = false);
        var climate = await running.Inbox.Next("climate");

        Assert.Null(climate["ts"]);
        Assert.True((long)climate["up_s"]! < 600);
    }
}

using System.Text.Json.Nodes;
using SystemTests.Support;
using VirtualRack.Faults;

namespace SystemTests;

/// <summary>A lost sensor is an alarm of its own, which stands at the broker until the sensor is back.</summary>
public sealed class SensorAlarmTests
{
    [Fact]
    public async Task UnpluggedSensorIsAnAlarmWithItsReasonUntilItIsPluggedIn()
    {
        await using var running = await RunningSite.Start();
        await running.Inbox.Next("climate", p => p["ts"] is not null && p["ambient_c"] is not null && p["ambient_rh"] is not null);

        FaultOrder.Parse("sensor-lost:ambient").Schedule(running.Site.Rack);
        var lost = await running.Inbox.Next("alarm/ambient");
        Assert.Equal((4, "fault", "not-present"), State(lost));
        Assert.Equal(1, (int)lost["session"]!);
        Assert.True((long)lost["seq"]! > 0);
        Assert.True((long)lost["ts"]! - (long)lost["since"]! >= 9);
        Assert.Equal("not-present", Reason(await running.Retained("alarm/ambient")));

        FaultOrder.Parse("sensor-lost:ambient@0+0.1").Schedule(running.Site.Rack);
        var back = await running.Inbox.Next("alarm/ambient");
        Assert.Equal((0, "ok", null), State(back));
        Assert.True((long)back["since"]! > (long)lost["since"]!);
        Assert.Equal("ok", (string)(await running.Retained("alarm/ambient"))["state"]!);

        Assert.Equal(2, running.Inbox.Seen.Count(m => m.Path.StartsWith("alarm/", StringComparison.Ordinal)));
        await running.Inbox.Complete();
        Assert.Empty(running.Deaths);
    }

    [Fact]
    public async Task ShortedBusIsAnAlarmOfEachSensorThatHangsOnIt()
    {
        await using var running = await RunningSite.Start();
        await running.Inbox.Next("climate", p => p["exhaust_c"] is not null);

        FaultOrder.Parse("bus-shorted").Schedule(running.Site.Rack);
        await running.Inbox.Next("health", _ => running.Inbox.Seen.Count(m => m.Path is "alarm/inlet" or "alarm/exhaust") == 2);
        Assert.Equal("bus-shorted", Reason(await running.Retained("alarm/inlet")));
        Assert.Equal("bus-shorted", Reason(await running.Retained("alarm/exhaust")));
    }

    [Fact]
    public async Task AlarmThatAnEarlierSessionLeftIsTakenBackByAGoodReading()
    {
        await using var running = await RunningSite.Start();
        FaultOrder.Parse("sensor-lost:ambient").Schedule(running.Site.Rack);
        await running.Inbox.Next("alarm/ambient", p => (int)p["severity"]! == 4);

        running.Site.Board.PowerCut();
        FaultOrder.Parse("sensor-lost:ambient@0+0.1").Schedule(running.Site.Rack);
        running.Site.Board.PowerOn();
        var back = await running.Inbox.Next("alarm/ambient");
        Assert.Equal((0, "ok", null), State(back));
        Assert.Equal(2, (int)back["session"]!);
    }

    [Fact]
    public async Task AlarmOfASensorThatIsNoLongerThereIsTakenBack()
    {
        await using var running = await RunningSite.Start(beforeBoot: r =>
        {
            r.Site.Provision();
            r.Site.Board.Flash.WriteFile("ixp/alarms", [.. "former\n\u0001?\nno name\n"u8]);
        });

        Assert.Equal((0, "ok", null), State(await running.Inbox.Next("alarm/former")));
        await running.Inbox.Complete();
        Assert.Single(running.Inbox.Seen, m => m.Path.StartsWith("alarm/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SensorThatWasLostDuringAnOutageStandsAsAnAlarmAfterIt()
    {
        await using var running = await RunningSite.Start(s => s with { ReportSeconds = 5, Targets = [] });
        await running.Inbox.Next("climate", p => p["ambient_c"] is not null);

        await running.Broker.Stop();
        FaultOrder.Parse("sensor-lost:ambient").Schedule(running.Site.Rack);
        await Task.Delay(TimeSpan.FromSeconds(15), TestContext.Current.CancellationToken); // the outage itself
        await running.Return();

        Assert.Equal((4, "fault", "not-present"), State(await running.Inbox.Next("alarm/ambient")));
        await running.Inbox.Complete();
        var told = running.Inbox.Seen.Where(m => m.Path == "backlog/alarm").SelectMany(m => m.Payload!.AsArray()).First(a => (string)a!["item"]! == "ambient")!.AsObject();
        Assert.Equal((4, "fault", "not-present"), State(told));
    }

    private static (int Severity, string State, string? Reason) State(JsonObject alarm) =>
        ((int)alarm["severity"]!, (string)alarm["state"]!, Reason(alarm));

    private static string? Reason(JsonObject alarm) => (string?)alarm["reason"];
}

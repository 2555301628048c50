using Ixp.Sites;
using Ixp.Sites.Alarms;
using Ixp.Telemetry;
using SystemTests.Support;

namespace SystemTests;

/// <summary>Values beyond their limits are alarms: what a NOC gets, and what the volunteer sees.</summary>
public sealed class LimitAlarmTests
{
    private static readonly TimeSpan Start = TimeSpan.FromMinutes(2);

    /// <summary>The demonstration rack with nothing but what is wired to it.</summary>
    private static Site Demo => TestSite.Read() with
    {
        Sensors = [.. TestSite.Read().Sensors.Where(s => s.Text("target") is null)],
        Ports = [],
        Targets = [],
    };

    [Fact]
    public async Task OverheatIsAWarningThenCriticalThenOver()
    {
        await using var run = await VirtualRun.Start(Demo, TestSite.Board);
        var well = await run.Run(Start);
        Assert.Empty(Alarms(well));

        run.Fault("hot");
        var hot = await run.Run(TimeSpan.FromMinutes(10));
        Assert.Equal("2 3", Severities(hot, "alarm/inlet_c"));
        var critical = run.Last("alarm/inlet_c");
        Assert.Equal("critical", (string)critical["state"]!);
        Assert.Equal(34, (double)critical["limit"]!); // 35 °C of class A2, 1 less at 1200 m
        Assert.True((double)critical["value"]! > 34);
        Assert.Equal($"inlet is too hot: {critical["value"]!.ToString().TrimEnd('0').TrimEnd('.')} °C, limit 34 °C", (string)critical["text"]!);

        // It had to be so for a minute.
        Assert.InRange((long)critical["ts"]! - (long)critical["since"]!, 60, 62);

        // Two fast blinks, twice a frame: critical in subsystem 2.
        long from = run.Site.Board.Time.NowMicros;
        await run.Run(TimeSpan.FromSeconds(12));
        var blinks = LedBlinks.Since(run.Site.Led!, from);
        Assert.InRange(blinks.Count, 13, 17);
        Assert.All(blinks, b => Assert.InRange(b, 50, 200));

        run.Fault("hot@0+0.1");
        var over = await run.Run(TimeSpan.FromMinutes(60));
        Assert.Equal("2 0", Severities(over, "alarm/inlet_c"));
        Assert.Equal("ok", (string)run.Last("alarm/inlet_c")["state"]!);
        Assert.Null(run.Last("alarm/inlet_c")["limit"]);
        Assert.True((double)run.Last("alarm/inlet_c")["value"]! <= 27);
        Assert.Empty(run.Deaths);
        Assert.True(run.Watch.IsComplete);
    }

    [Fact]
    public async Task MetaHasTheLimitsInForce()
    {
        await using var run = await VirtualRun.Start(Demo, TestSite.Board);
        await run.Run(Start);
        Assert.Equal(
            """{"low_critical":10.00,"low_warning":18.00,"high_warning":28.00,"high_critical":34.00,"change_15min":5.00,"hysteresis":1.00,"trip_s":60,"clear_s":60}""",
            Limits(run, "inlet_c"));
        Assert.Equal("""{"low_critical":1,"trip_s":5,"clear_s":5,"inhibit":"mains_v"}""", Limits(run, "fan1_rpm"));
        Assert.Equal("null", Limits(run, "exhaust_c"));
    }

    [Fact]
    public async Task FanHasNoAlarmWhileTheMainsAreOff()
    {
        var site = TestSite.Full;
        site = site with
        {
            Sensors =
            [
                .. site.Sensors.Select(s => s.Name is "fan1"
                    ? s with { Preset = AlarmPreset.Find("fan"), Limits = new Dictionary<string, MetricLimits> { ["rpm"] = new() { Inhibitor = "grid_present" } } }
                    : s),
            ],
        };
        await using var run = await VirtualRun.Start(site, TestSite.FullBoard);
        await run.Run(Start);

        run.Fault("mains-lost");
        run.Fault("fan-stopped:1");
        var dark = await run.Run(Start);
        Assert.Equal(0, (int)run.Last("cooling")["fan1_rpm"]!);
        Assert.Empty(Severities(dark, "alarm/fan1_rpm"));

        run.Fault("mains-lost@0+0.1");
        var light = await run.Run(Start);
        Assert.Equal("3", Severities(light, "alarm/fan1_rpm"));
        Assert.Equal("fan1 turns too slowly: 0 rpm, limit 1 rpm", (string)run.Last("alarm/fan1_rpm")["text"]!);

        // And if the mains go again, it is over as long as they are gone.
        run.Fault("mains-lost");
        var again = await run.Run(Start);
        Assert.Equal("0", Severities(again, "alarm/fan1_rpm"));
    }

    [Fact]
    public async Task LatchedAlarmOutlivesItsCauseAndARestartUntilItIsAcknowledged()
    {
        var site = Demo with
        {
            Sensors =
            [
                .. Demo.Sensors.Select(s => s.Name is "door"
                    ? s with { Limits = new Dictionary<string, MetricLimits> { ["open"] = new() { IsLatched = true } } }
                    : s),
            ],
        };
        await using var run = await VirtualRun.Start(site, TestSite.Board);
        using var noc = await VirtualNoc.At(run);
        await run.Run(Start);
        run.Fault("door-open@1+5");
        var messages = await run.Run(TimeSpan.FromMinutes(1));
        Assert.Equal("warning latched", string.Join(" ", messages.Where(m => m.Path is "alarm/door_open").Select(m => (string)m.Payload!["state"]!)));
        Assert.Equal(2, (int)run.Last("alarm/door_open")["severity"]!);

        run.Site.Board.PowerCut();
        run.Site.Board.PowerOn();
        await run.Run(TimeSpan.FromMinutes(2));
        Assert.Equal("latched", (string)run.Last("alarm/door_open")["state"]!);
        var answer = await noc.Ask("ack", "\"alarm\":\"door_open\"");
        Assert.Equal(1, (int)answer["ok"]!);
        await run.Run(TimeSpan.FromMinutes(1));
        Assert.Equal((0, "ok"), ((int)run.Last("alarm/door_open")["severity"]!, (string)run.Last("alarm/door_open")["state"]!));
        Noc.AssertRefused("no alarm 'door_open' stands", await noc.Ask("ack", "\"alarm\":\"door_open\"", "again"));
    }

    [Fact]
    public async Task OpenDoorIsAnAlarmAtOnceAndOneThatKeepsOpeningIsDamped()
    {
        await using var run = await VirtualRun.Start(Demo, TestSite.Board);
        await run.Run(Start);
        for (int i = 0; i < 10; i++)
            run.Fault($"door-open@{1 + (i * 10)}+5");
        var messages = await run.Run(Start);

        Assert.Equal("2 0 2 0 2 0 2", Severities(messages, "alarm/door_open"));
        Assert.Equal(["alarm-flapping"], Events.Names(messages));
        Assert.Equal("door is open", (string)run.Last("alarm/door_open")["text"]!);
        Assert.All(messages.Where(m => m.Path is "alarm/door_open" && (int)m.Payload!["severity"]! == 2), m => Assert.Equal((long)m.Payload!["ts"]!, (long)m.Payload["since"]!));

        // As it is, once it has calmed down.
        var calm = await run.Run(TimeSpan.FromMinutes(30));
        Assert.Equal("0", Severities(calm, "alarm/door_open"));
    }

    [Fact]
    public async Task StormIsToldAFewAtATimeAndSummedUp()
    {
        var site = TestSite.Full;
        site = site with
        {
            // All are too low from the first minute on.
            Sensors =
            [
                .. site.Sensors.Select(s => s with
                {
                    Limits = s.Suffixes.Where(x => x is not "h").ToDictionary(
                        x => x, _ => new MetricLimits { Values = new Dictionary<string, decimal> { ["low_warning"] = 900_000, ["trip_s"] = 100 } }),
                }),
            ],
        };
        await using var run = await VirtualRun.Start(site, TestSite.FullBoard);
        var messages = await run.Run(TimeSpan.FromMinutes(5));

        string[] raised = [.. Alarms(messages).Select(m => m.Path).Distinct()];
        Assert.True(raised.Length > 50);
        Assert.All(raised, path => Assert.Equal(2, (int)run.Last(path)["severity"]!));
        Assert.DoesNotContain(messages, m => m.Path is "backlog/alarm");
        int[] counts = [.. Events.Of(messages).Where(e => (string)e["event"]! == "alarm-storm").Select(e => (int)e["count"]!)];
        Assert.InRange(counts.Length, 1, 3);
        Assert.All(counts, c => Assert.True(c > 12));
        Assert.InRange(counts.Sum(), 50, raised.Length);
        Assert.True(run.Watch.IsComplete);
        Assert.Empty(run.Deaths);
    }

    private static IEnumerable<TelemetryMessage> Alarms(IEnumerable<TelemetryMessage> messages) =>
        messages.Where(m => m.Path.StartsWith("alarm/", StringComparison.Ordinal));

    private static string Severities(IEnumerable<TelemetryMessage> messages, string path) =>
        string.Join(' ', messages.Where(m => m.Path == path).Select(m => (int)m.Payload!["severity"]!));

    private static string Limits(VirtualRun run, string key) =>
        run.Last("meta")["metrics"]!.AsArray().Single(m => (string)m!["name"]! == key)!["limits"]?.ToJsonString() ?? "null";
}

using System.Text;
using System.Text.Json.Nodes;
using Appliance.Core.Uplink;
using SystemTests.Support;

namespace SystemTests;

/// <summary>Every kind of sensor at once: each key that the site promises arrives, and tells what is so in the rack.</summary>
public sealed class FullRackTests
{
    private static readonly TimeSpan Span = TimeSpan.FromMinutes(5);
    private static readonly string[] Groups = ["power", "climate", "cooling", "security"];

    [Fact]
    public async Task EveryKeyArrivesAsANumberThatTheRackBearsOut()
    {
        await using var run = await VirtualRun.Start(TestSite.Full, TestSite.FullBoard);
        await run.Run(Span);
        var expected = RackFigures.Of(run.Site.Rack.Rack.Look());
        var told = Groups.SelectMany(g => run.Last(g)).Where(p => p.Key is not "ts" and not "session" and not "seq").ToDictionary(p => p.Key, p => (double)p.Value!);

        string[] promised = [.. TestSite.Full.Sensors.SelectMany(s => s.Keys)];
        Assert.True(promised.Length >= 40, $"{promised.Length} metrics");
        Assert.Equal(promised.Order(), Named(run.Last("meta"), "metrics").Intersect(promised).Order());
        Assert.Empty(run.Last("meta")["found"]!.AsArray());
        foreach (string key in promised.Where(k => !k.EndsWith("_normal_pct", StringComparison.Ordinal)))
        {
            Assert.True(told.ContainsKey(key), $"{key} is not told");
            Assert.True(expected.ContainsKey(key), $"nobody knows what {key} should be");
            var (value, tolerance) = expected[key];
            Assert.True(Math.Abs(told[key] - value) <= tolerance, $"{key} is {told[key]}, and the rack says {value:0.###} ± {tolerance}");
        }

        // What is normal for a fan is known after ten minutes of turning.
        Assert.All(told.Where(t => t.Key.EndsWith("_ok", StringComparison.Ordinal) && t.Value == 0), t => Assert.Matches("^fan[1-6]_normal_ok$", t.Key));
        Assert.Empty(run.Deaths);
    }

    [Fact]
    public async Task ReportsAreCompleteNumbersOnlyAndFitTheirBuffer()
    {
        await using var run = await VirtualRun.Start(TestSite.Full, TestSite.FullBoard);
        await run.Run(Span);

        // Everything lost at once makes other messages, and perhaps longer ones.
        run.Fault("i2c-stuck");
        run.Fault("bus-shorted");
        run.Fault("mains-lost");
        await run.Run(Span);

        Assert.Single(run.Watch.Sessions());
        Assert.True(run.Watch.IsComplete);
        Assert.Equal(0, run.Watch.Unreadable);

        // Forty alarms at once are more than wait in memory: what has to give way goes by the journal, and is counted there.
        int delayed = run.All.Where(m => m.Path.StartsWith("backlog/", StringComparison.Ordinal)).Sum(m => m.Payload!.AsArray().Count);
        Assert.InRange(delayed, 0, TestSite.Full.Sensors.Count);
        Assert.Equal(delayed, (int)run.Last("health")["drained_count"]!);
        int reports = (int)(2 * Span.TotalSeconds / TestSite.Full.ReportSeconds);
        foreach (string group in Groups.Append("health"))
        {
            var messages = run.All.Where(m => m.Path == group).ToList();
            Assert.True(messages.Count >= reports * 9 / 10, $"{messages.Count} of {reports} messages on {group}");
            Assert.All(messages, m => Assert.InRange(Encoding.UTF8.GetByteCount(m.Text), 1, Outbox.PayloadLimit * 3 / 4));
            Assert.All(messages.SelectMany(m => m.Payload!.AsObject()), p => Assert.True(p.Value is JsonValue v && v.TryGetValue(out double _), p.Key));
        }

        Assert.Equal(0, (int)run.Last("health")["outbox_lost_count"]!);
        Assert.Equal(0, (int)run.Last("health")["failures_count"]!);
        Assert.Equal(0, (int)run.Last("health")["stuck_count"]!);
    }

    private static IEnumerable<string> Named(JsonObject meta, string list) => meta[list]!.AsArray().Select(m => (string)m!["name"]!);
}

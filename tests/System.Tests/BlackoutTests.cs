using Ixp.Telemetry;
using SystemTests.Support;

namespace SystemTests;

/// <summary>A meter without mains is silent, and so is one without its cable: told apart by the contact that sees the mains.</summary>
public sealed class BlackoutTests
{
    private static readonly TimeSpan Start = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Later = TimeSpan.FromMinutes(3);
    private static readonly string[] Meters = ["mains", "mains_b"];

    [Fact]
    public async Task BlackoutIsNoFailureOfTheMeters()
    {
        await using var run = await VirtualRun.Start(TestSite.Full, TestSite.FullBoard);
        await run.Run(Start);
        Assert.Equal(1, (int)run.Last("power")["grid_present"]!);

        run.Fault("mains-lost");
        var dark = await run.Run(Later);
        var power = run.Last("power");
        Assert.Equal(0, (int)power["grid_present"]!);
        foreach (string meter in Meters)
        {
            Assert.Equal(0, (int)power[meter + "_ok"]!);
            Assert.Null(power[meter + "_v"]);
            Assert.Equal("blackout", Quality(run, meter + "_v"));
        }

        Assert.DoesNotContain(dark, IsAlarm);
        Assert.True((double)power["battery_a"]! < -1);

        // One slow blink a frame: a warning of the power. A transfer on a bus may hold the indicator up for a while.
        long from = run.Site.Board.Time.NowMicros;
        await run.Run(TimeSpan.FromSeconds(12));
        var blinks = LedBlinks.Since(run.Site.Led!, from);
        Assert.InRange(blinks.Count, 3, 5);
        Assert.All(blinks, b => Assert.InRange(b, 150, 350));

        run.Fault("mains-lost@0+0.1");
        var light = await run.Run(Later);
        Assert.Equal(1, (int)run.Last("power")["mains_ok"]!);
        Assert.Null(Quality(run, "mains_v"));
        Assert.DoesNotContain(light, IsAlarm);
        Assert.True(run.Watch.IsComplete);
    }

    [Fact]
    public async Task SilentMeterWhileTheMainsAreThereIsAFault()
    {
        await using var run = await VirtualRun.Start(TestSite.Full, TestSite.FullBoard);
        await run.Run(Start);
        run.Fault("sensor-lost:mains");
        var messages = await run.Run(Later);

        Assert.Equal(1, (int)run.Last("power")["grid_present"]!);
        Assert.Equal("timeout", Quality(run, "mains_v"));
        var alarm = Assert.Single(messages, IsAlarm);
        Assert.Equal("alarm/mains", alarm.Path);
        Assert.Equal(4, (int)alarm.Payload!["severity"]!);
        Assert.Equal("timeout", (string)alarm.Payload["reason"]!);
    }

    private static bool IsAlarm(TelemetryMessage message) => message.Path.StartsWith("alarm/", StringComparison.Ordinal);

    private static string? Quality(VirtualRun run, string key) =>
        (string?)run.Last("meta")["metrics"]!.AsArray().Single(m => (string)m!["name"]! == key)!["quality"];
}

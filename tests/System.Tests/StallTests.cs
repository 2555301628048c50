using Ixp.Benchmarks;
using Ixp.Telemetry;
using SystemTests.Support;

namespace SystemTests;

/// <summary>A device with 64 targets, 40 of them dead in every way: the others are checked in time, and a door is told at once.</summary>
public sealed class StallTests
{
    private const int MostSockets = 8;
    private static readonly TimeSpan AlarmLimit = TimeSpan.FromMilliseconds(250);

    [Fact]
    public async Task DeadTargetsDelayNeitherTheLivingNorADoor()
    {
        var site = TestSite.Read().Crowded() with { ReportSeconds = 1 };
        await using var run = await VirtualRun.Start(site, TestSite.Board, CrowdedSite.Kill);
        await run.Run(TimeSpan.FromMinutes(1));
        foreach (string name in CrowdedSite.Dead)
            Assert.Equal((name, 3), (name, (int)run.Last("probe/" + name)["state"]!));
        foreach (string name in CrowdedSite.Living)
            Assert.Equal((name, 0), (name, (int)run.Last("probe/" + name)["state"]!));

        int before = run.All.Count;
        var steps = new Random(7);
        for (int i = 0; i < 40; i++)
        {
            // At any moment of the checks, and as far from the last time as somebody needs to come in and go out.
            run.Fault("door-open@0+2");
            var told = await run.Run(AlarmLimit);
            Assert.True(told.Any(m => m.Path == "security" && (int)m.Payload!["door_open"]! == 1), $"the door was not told in {AlarmLimit} at {i}");
            await run.Run(TimeSpan.FromMilliseconds(5000 + steps.Next(5000)));
        }

        foreach (string name in CrowdedSite.Living)
            AssertSteady(name, [.. run.All.Skip(before).Where(m => m.Path == "probe/" + name)]);
        var link = run.Site.Board.Link;
        Assert.InRange(link.PeakSockets, 3, MostSockets);
        Assert.InRange(link.OpenSockets, 2, MostSockets);
        Assert.True(link.SocketsOpened > 500, $"{link.SocketsOpened} sockets opened");
        Assert.Equal(0, (int)run.Last("health")["failures_count"]!);
        Assert.Equal(0, (int)run.Last("health")["stuck_count"]!);
        Assert.Equal(0, (int)run.Last("health")["outbox_lost_count"]!);
        Assert.True(run.Watch.IsComplete);
        Assert.Empty(run.Deaths);
    }

    /// <summary>Each check is told, and none comes later than its period and the tenth by which it may wander.</summary>
    private static void AssertSteady(string name, IReadOnlyList<TelemetryMessage> checks)
    {
        long[] times = [.. checks.Select(c => (long)c.Payload!["ts"]!)];
        Assert.True(times.Length > 20, $"{name}: {times.Length} checks");
        Assert.All(times.Zip(times.Skip(1)), t => Assert.InRange(t.Second - t.First, 8, 12));
    }
}

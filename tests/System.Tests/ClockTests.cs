using Ixp.Telemetry;
using SystemTests.Support;

namespace SystemTests;

/// <summary>The clock comes late, jumps, or loses its time: nothing is lost, the stamps keep their order, and it is told.</summary>
public sealed class ClockTests
{
    private static readonly TimeSpan Minutes = TimeSpan.FromMinutes(3);

    private static Ixp.Sites.Site Site { get; } = TestSite.Read() with { ReportSeconds = 5, Targets = [], Ports = [], Sensors = [.. TestSite.Read().Sensors.Where(s => s.Text("target") is null)] };

    [Fact]
    public async Task ClockThatIsSetLateIsToldAndStampsBeginThen()
    {
        await using var run = await VirtualRun.Start(Site, TestSite.Board, s => s.Board.Link.HasTimeServer = false);
        var before = await run.Run(Minutes);
        Assert.All(before.Where(IsReport), m => Assert.Null(m.Payload!["ts"]));
        Assert.All(before.Where(IsReport), m => Assert.NotNull(m.Payload!["up_s"]));
        run.Site.Board.Link.HasTimeServer = true;
        await run.Run(Minutes);
        Assert.Equal(["clock-set"], Events.Names(run.All).Where(IsClock));
        Assert.Equal(Now(run), (long)run.Last("climate")["ts"]!, 6.0);
        Assert.Equal(0, (int)run.Last("health")["clock_jumps_count"]!);
        Assert.True(run.Watch.IsComplete);
    }

    [Theory]
    [InlineData(86_400)]
    [InlineData(-86_400)]
    [InlineData(10)]
    [InlineData(-10)]
    public async Task JumpIsFollowedAndTold(int seconds)
    {
        await using var run = await VirtualRun.Start(Site, TestSite.Board);
        var before = await run.Run(Minutes);
        run.Site.Board.Link.HasTimeServer = false;
        run.Site.Board.Clock.UtcNow = run.Site.Board.Clock.UtcNow.AddSeconds(seconds);
        var after = await run.Run(Minutes);
        AssertInOrder(before);
        AssertInOrder(after);
        Assert.Equal(["clock-set", "clock-jumped"], Events.Names(run.All).Where(IsClock));
        Assert.Equal(Now(run) + seconds, (long)run.Last("climate")["ts"]!, 6.0);
        Assert.Equal(1, (int)run.Last("health")["clock_jumps_count"]!);
        Assert.True(run.Watch.IsComplete);
        Assert.Empty(run.Deaths);
    }

    [Fact]
    public async Task SmallStepBackLeavesTheOrderAlone()
    {
        await using var run = await VirtualRun.Start(Site, TestSite.Board);
        await run.Run(Minutes);
        run.Site.Board.Link.HasTimeServer = false;
        for (int i = 0; i < 20; i++)
        {
            run.Site.Board.Clock.UtcNow = run.Site.Board.Clock.UtcNow.AddMilliseconds(-1500);
            await run.Run(TimeSpan.FromSeconds(7));
        }

        AssertInOrder(run.All);
        Assert.Equal(0, (int)run.Last("health")["clock_jumps_count"]!);
    }

    [Fact]
    public async Task ClockThatFallsTo1970IsNotBelieved()
    {
        await using var run = await VirtualRun.Start(Site, TestSite.Board);
        await run.Run(Minutes);
        run.Site.Board.Link.HasTimeServer = false;
        run.Site.Board.Clock.UtcNow = DateTime.UnixEpoch;
        await run.Run(Minutes);
        AssertInOrder(run.All);
        Assert.Equal(Now(run), (long)run.Last("climate")["ts"]!, 6.0);
        Assert.Equal(["clock-set"], Events.Names(run.All).Where(IsClock));
    }

    private static bool IsClock(string name) => name.StartsWith("clock-", StringComparison.Ordinal);

    private static bool IsReport(TelemetryMessage message) => message.Path is "climate" or "health" or "power";

    private static double Now(VirtualRun run) => new DateTimeOffset(run.Site.Board.Time.UtcNow).ToUnixTimeSeconds();

    private static void AssertInOrder(IEnumerable<TelemetryMessage> messages)
    {
        var stamped = messages.Where(m => IsReport(m) && m.Payload!["ts"] is not null)
            .OrderBy(m => (int)m.Payload!["seq"]!)
            .Select(m => (long)m.Payload!["ts"]!)
            .ToList();
        Assert.True(stamped.Count > 20);
        Assert.Equal(stamped.Order(), stamped);
    }
}

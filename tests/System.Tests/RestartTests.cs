using SystemTests.Support;

namespace SystemTests;

/// <summary>The whole firmware restarts itself for its memory or its network, says so, and only so often.</summary>
public sealed class RestartTests
{
    private const int WatchdogPin = 4;

    private static readonly Ixp.Sites.Site Quiet = TestSite.Read() with { ReportSeconds = 60, Targets = [], Ports = [], Sensors = [] };

    [Fact]
    public async Task MemoryThatRunsOutIsARestartButNotIfItWasNeverEnough()
    {
        await using var run = await VirtualRun.Start(Quiet, TestSite.Board);
        await run.Run(TimeSpan.FromMinutes(3));
        run.Site.Board.FreeHeap = 3000;
        await run.Run(TimeSpan.FromMinutes(4));
        Assert.Equal(1, run.Site.Board.Boots);
        Assert.Equal(3000, (int)run.Last("health")["heap_low_bytes"]!);
        await run.Run(TimeSpan.FromMinutes(5));
        Assert.Equal(2, run.Site.Board.Boots);
        Assert.Equal("memory", (string)run.Last("status")["boot"]!);
        Assert.Contains("restart-memory", Events.Names(run.All));
        Assert.Equal(1, (int)run.Last("health")["restarts_count"]!);
        Assert.True(run.Watch.IsComplete);
        await run.Run(TimeSpan.FromHours(2));
        Assert.Equal(2, run.Site.Board.Boots);
        Assert.Empty(run.Deaths);
    }

    [Fact]
    public async Task PulledCableIsARestartAnHourAtMostThreeADayAndThePluggedOneIsFound()
    {
        await using var run = await VirtualRun.Start(Quiet, TestSite.Board with { LedPin = null });
        await run.Run(TimeSpan.FromMinutes(3));
        run.Site.Board.Link.IsUp = false;
        await run.Run(TimeSpan.FromMinutes(59));
        Assert.Equal(1, run.Site.Board.Boots);
        await run.Run(TimeSpan.FromMinutes(5));
        Assert.Equal(2, run.Site.Board.Boots);
        await run.Run(TimeSpan.FromHours(8));
        Assert.Equal(4, run.Site.Board.Boots);
        run.Site.Board.Link.IsUp = true;
        await run.Run(TimeSpan.FromMinutes(3));
        Assert.Equal("connectivity", (string)run.Last("status")["boot"]!);
        Assert.Equal(4, (int)run.Last("status")["session"]!);
        Assert.Empty(run.Deaths);
    }

    [Fact]
    public async Task BrokerThatIsGoneIsNoReason()
    {
        await using var run = await VirtualRun.Start(Quiet, TestSite.Board with { LedPin = null });
        await run.Run(TimeSpan.FromMinutes(3));
        await run.StopBroker();
        run.Site.Board.Time.RunFor(TimeSpan.FromHours(6));
        Assert.Equal(1, run.Site.Board.Boots);
        Assert.Empty(run.Deaths);
    }

    [Fact]
    public async Task WatchdogIsFedWhileAllIsWell()
    {
        int edges = 0;
        await using var run = await VirtualRun.Start(
            Quiet, TestSite.Board with { WatchdogPin = WatchdogPin }, s => s.Board.Pins[WatchdogPin].Changed += (_, _) => edges++);
        await run.Run(TimeSpan.FromMinutes(5));
        Assert.InRange(edges, 58, 62);
    }
}

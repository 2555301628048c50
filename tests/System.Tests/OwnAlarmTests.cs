using SystemTests.Support;

namespace SystemTests;

/// <summary>What the appliance finds wrong with itself.</summary>
public sealed class OwnAlarmTests
{
    private static Ixp.Sites.Site Bare => TestSite.Read() with { Sensors = [], Ports = [], Targets = [] };

    [Fact]
    public async Task ClockThatNobodySets()
    {
        await using var run = await VirtualRun.Start(Bare, TestSite.Board, site => site.Board.Link.HasTimeServer = false);
        Assert.DoesNotContain(await run.Run(TimeSpan.FromMinutes(14)), m => m.Path is "alarm/clock");
        await run.Run(TimeSpan.FromMinutes(2));
        var alarm = run.Last("alarm/clock");
        Assert.Equal((4, "fault"), ((int)alarm["severity"]!, (string)alarm["state"]!));
        Assert.Equal("the appliance cannot learn the time: does it reach its time servers?", (string)alarm["text"]!);

        // A slow blink in each frame of a fault of the appliance: seven of them.
        long from = run.Site.Board.Time.NowMicros;
        await run.Run(TimeSpan.FromSeconds(30));
        Assert.InRange(LedBlinks.Since(run.Site.Led!, from).Count, 60, 80);

        run.Site.Board.Link.HasTimeServer = true;
        await run.Run(TimeSpan.FromMinutes(2));
        Assert.Equal(0, (int)run.Last("alarm/clock")["severity"]!);
    }

    [Fact]
    public async Task FourthStartWithinADay()
    {
        await using var run = await VirtualRun.Start(Bare, TestSite.Board);
        for (int start = 1; start <= 4; start++)
        {
            var messages = await run.Run(TimeSpan.FromMinutes(2));
            Assert.Equal(start == 4, messages.Any(m => m.Path is "alarm/restarts"));
            if (start < 4)
            {
                run.Site.Board.PowerCut();
                run.Site.Board.PowerOn();
            }
        }

        Assert.Equal(4, (int)run.Last("alarm/restarts")["severity"]!);
        await run.Run(TimeSpan.FromHours(24));
        Assert.Equal(0, (int)run.Last("alarm/restarts")["severity"]!);
    }

    [Fact]
    public async Task FlashThatTakesNoWrites()
    {
        await using var run = await VirtualRun.Start(Bare, TestSite.Board);
        Assert.DoesNotContain(await run.Run(TimeSpan.FromSeconds(30)), m => m.Path is "alarm/storage");
        run.Site.Board.Flash.FailsWrites = true;
        await run.Run(TimeSpan.FromMinutes(2));
        Assert.Equal("the appliance cannot keep its reports: some are lost", (string)run.Last("alarm/storage")["text"]!);
    }
}

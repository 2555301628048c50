using Ixp.Sites;
using SystemTests.Support;

namespace SystemTests;

/// <summary>A start comes up whatever is the matter with files and mains, does no harm to what is kept, and says what it is.</summary>
public sealed class BootLadderTests
{
    private static readonly TimeSpan Good = TimeSpan.FromSeconds(90);

    private static Site Site { get; } = TestSite.Read() with { ReportSeconds = 5 };

    [Fact]
    public async Task HundredPowerCyclesChangeNothingAndTheRackIsFullAgainByItself()
    {
        await using var run = await VirtualRun.Start(Site, TestSite.Board);
        await run.Run(Good);
        var before = run.Site.Board.Flash.Lasting();
        Assert.Contains(FlashText.Good, before);
        var lengths = new Random(5);
        for (int i = 0; i < 100; i++)
        {
            Cycle(run);
            await run.Run(TimeSpan.FromMilliseconds(200 + lengths.Next(8000)));
        }

        // But that so many starts are an alarm, which stands at the broker.
        before["ixp/alarms"] = Convert.ToHexString("restarts\n"u8);
        Assert.Equal(before, run.Site.Board.Flash.Lasting());
        await run.Run(TimeSpan.FromMinutes(12));
        Assert.Equal(0, (int)run.Last("health")["boot_rung"]!);
        Assert.Contains(run.Last("status")["boot"]!.ToString(), new[] { "power", "retry" });
        Assert.NotNull(run.Last("climate")["inlet_c"]);
        Assert.Equal(before, run.Site.Board.Flash.Lasting());
        Assert.Empty(run.Deaths);
    }

    [Theory]
    [InlineData(4, 1, "start-last-good")]
    [InlineData(8, 2, "start-sensors-only")]
    [InlineData(12, 3, "start-network-only")]
    public async Task LowerRungTellsWhatItIsKeepsTheFilesAndTriesTheFullOneLater(int failed, int rung, string told)
    {
        await using var run = await VirtualRun.Start(Site, TestSite.Board);
        await run.Run(Good);
        var flash = run.Site.Board.Flash;
        run.Site.Board.PowerCut();
        flash.WriteLedger(failed);

        // An alarm that stands at the broker, of what this start may only do without.
        flash.WriteFile("ixp/alarms", "former\n"u8.ToArray());
        var before = flash.Lasting();
        run.Site.Board.PowerOn();
        var start = await run.Run(Good);

        Assert.Equal(rung, (int)run.Last("health")["boot_rung"]!);
        Assert.Contains(told, Events.Names(start));
        Assert.Equal(rung < 2, start.Any(m => m.Path.StartsWith("probe/", StringComparison.Ordinal)));
        Assert.Equal(rung < 3, start.Any(m => m.Path == "climate"));
        Assert.Equal(rung < 2, run.Last("meta")["targets"]!.AsArray().Count > 0);
        Assert.DoesNotContain(start, m => m.Path == "alarm/former");
        Assert.Equal(before, flash.Lasting());

        await run.Run(TimeSpan.FromMinutes(11));
        Assert.Equal(0, (int)run.Last("health")["boot_rung"]!);
        Assert.Equal("retry", (string)run.Last("status")["boot"]!);
        Assert.Contains("restart-retry", Events.Names(run.All));
        Assert.Equal(0, (int)run.Last("alarm/former")["severity"]!);
        Assert.Empty(run.Deaths);
    }

    [Fact]
    public async Task NetworkOnlyTakesCommands()
    {
        await using var running = await RunningSite.Start();
        await running.Inbox.Next("health");
        running.Site.Board.PowerCut();
        running.Site.Board.Flash.WriteLedger(12);
        running.Site.Board.PowerOn();
        await running.Inbox.Next("health", p => (int)p["boot_rung"]! == 3);
        using var noc = await Noc.At(running);
        Assert.Equal(1, (int)(await noc.Ask("scan"))["ok"]!);
        Assert.Empty(running.Deaths);
    }

    [Theory]
    [InlineData("sensor kind=crystal-ball name=future group=climate")]
    [InlineData("target kind=icmp name=other host=127.0.0.1 parents=nobody")]
    [InlineData("network address=192.0.2.9 mask=255.255.255.0 gateway=nowhere")]
    [InlineData("port name=p1 target=nothing if_index=1")]
    public async Task ConfigurationThatCannotBeComposedIsReplacedByTheLastGoodOne(string line)
    {
        await using var run = await VirtualRun.Start(Site, TestSite.Board);
        await run.Run(Good);
        string hash = (string)run.Last("meta")["config"]!;
        byte[] sound = run.Site.Board.Flash.ReadFile(FlashText.Config);
        Replace(run, line);
        byte[] refused = run.Site.Board.Flash.ReadFile(FlashText.Config);
        var start = await run.Run(Good);
        Assert.Contains(start, m => m.Path == "status" && (string?)m.Payload!["boot"] == "bad-config");
        AssertLastGood(run, hash);

        // It is not tried again, neither after a while nor after a power cut.
        int session = (int)run.Last("status")["session"]!;
        await run.Run(TimeSpan.FromHours(2));
        Assert.Equal(session, (int)run.Last("status")["session"]!);
        Cycle(run);
        await run.Run(Good);
        Assert.Equal(session + 1, (int)run.Last("status")["session"]!);
        AssertLastGood(run, hash);
        Assert.Equal(refused, run.Site.Board.Flash.ReadFile(FlashText.Config));
        Assert.Equal(sound, run.Site.Board.Flash.ReadFile(FlashText.Good));

        // Another one is.
        run.Site.Board.PowerCut();
        run.Site.Board.Flash.WriteFile(FlashText.Config, sound);
        run.Site.Board.Flash.AddLine(FlashText.Config, "target kind=icmp name=other host=127.0.0.1");
        run.Site.Board.PowerOn();
        await run.Run(Good);
        Assert.Equal(0, (int)run.Last("health")["boot_rung"]!);
        Assert.NotEqual(hash, (string)run.Last("meta")["config"]!);
        Assert.Equal(run.Site.Board.Flash.ReadFile(FlashText.Config), run.Site.Board.Flash.ReadFile(FlashText.Good));
        Assert.Empty(run.Deaths);
    }

    [Fact]
    public async Task DamagedConfigurationIsReplacedByTheLastGoodOne()
    {
        await using var run = await VirtualRun.Start(Site, TestSite.Board);
        await run.Run(Good);
        string hash = (string)run.Last("meta")["config"]!;
        run.Site.Board.PowerCut();
        run.Site.Board.Flash.Corrupt(FlashText.Config, 40);
        run.Site.Board.PowerOn();
        await run.Run(Good);
        AssertLastGood(run, hash);
        Assert.Empty(run.Deaths);
    }

    [Fact]
    public async Task VeryFirstConfigurationThatCannotBeComposedStillReachesTheBroker()
    {
        await using var run = await VirtualRun.Start(Site, TestSite.Board);
        Replace(run, "sensor kind=crystal-ball name=future group=climate");
        await run.Run(Good);
        Assert.Equal(3, (int)run.Last("health")["boot_rung"]!);
        Assert.False(run.Site.Board.Flash.Exists(FlashText.Good));
    }

    [Fact]
    public async Task TwoBadConfigurationsEndInTheNetworkAndNotInRestarts()
    {
        await using var run = await VirtualRun.Start(Site, TestSite.Board);
        await run.Run(Good);
        run.Site.Board.PowerCut();
        run.Site.Board.Flash.AddLine(FlashText.Good, "sensor kind=crystal-ball name=future group=climate");
        Replace(run, "sensor kind=tea-leaves name=future group=climate");
        await run.Run(TimeSpan.FromMinutes(10));
        Assert.Equal(3, (int)run.Last("health")["boot_rung"]!);
        Assert.InRange(run.Site.Board.Boots, 3, 10);
        int boots = run.Site.Board.Boots;
        await run.Run(TimeSpan.FromHours(5));
        Assert.InRange(run.Site.Board.Boots, boots, boots + 1);
    }

    [Fact]
    public async Task DamagedSecretsAndAFlashThatTakesNoWritesStopNothing()
    {
        await using var run = await VirtualRun.Start(Site, TestSite.Board);
        await run.Run(Good);
        run.Site.Board.PowerCut();
        run.Site.Board.Flash.Corrupt("ixp/secrets.conf", 20);
        run.Site.Board.Flash.FailsWrites = true;
        run.Site.Board.PowerOn();
        await run.Run(Good);
        Assert.Equal(0, (int)run.Last("health")["boot_rung"]!);
        Assert.Equal(2, (int)run.Last("status")["session"]!);
        Assert.NotNull(run.Last("climate")["inlet_c"]);
        Assert.Empty(run.Deaths);
    }

    private static void AssertLastGood(VirtualRun run, string hash)
    {
        Assert.Equal(1, (int)run.Last("health")["boot_rung"]!);
        Assert.Equal(hash, (string)run.Last("meta")["config"]!);
        Assert.Equal("start-last-good", Events.Names(run.All).Last(e => e.StartsWith("start-", StringComparison.Ordinal)));
        Assert.NotNull(run.Last("climate")["inlet_c"]);
    }

    private static void Cycle(VirtualRun run)
    {
        run.Site.Board.PowerCut();
        run.Site.Board.PowerOn();
    }

    private static void Replace(VirtualRun run, string line)
    {
        run.Site.Board.PowerCut();
        run.Site.Board.Flash.AddLine(FlashText.Config, line);
        run.Site.Board.PowerOn();
    }
}

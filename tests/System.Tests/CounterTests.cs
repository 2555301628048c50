using Appliance.Core.Counters;
using Ixp.Sites;
using SystemTests.Support;
using VirtualBoard.Running;
using VirtualBoard.Storage;

namespace SystemTests;

/// <summary>Energy and hours of running go on over power cuts, whenever those come, and do not wear the flash out.</summary>
public sealed class CounterTests(ITestOutputHelper output)
{
    private const string File = "ixp/counters";
    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);
    private static readonly string[] Counted = ["rectifier_wh", "usb_wh", "fan1_h", "fan6_h", "ac_h"];

    /// <summary>Of the full rack what has counters, read so seldom that hours pass quickly.</summary>
    private static Site Counting { get; } = TestSite.Full with
    {
        Sensors = [.. TestSite.Full.Sensors.Where(s => s.Kind.Name is "fan" or "contact" or "ina226" or "ina228" or "ina219").Select(s => s with { PeriodSeconds = 10 })],
    };

    [Fact]
    public void PowerCutCostsAQuarterOfAnHourAtTheMost()
    {
        using var bench = new SamplingBench(Counting, TestSite.FullBoard);
        bench.Run(TimeSpan.FromMinutes(44));
        var before = Counted.ToDictionary(k => k, k => bench[k].Value);
        Assert.All(before, c => Assert.True(c.Value > 0, c.Key));

        bench.PowerCut();
        bench.PowerOn();
        bench.Run(TimeSpan.FromSeconds(30));
        foreach (var (key, value) in before)
        {
            // 44 minutes were counted, and saved after 30.
            Assert.InRange(bench[key].Value, value * 29 / 44, value);
        }

        bench.Run(TimeSpan.FromMinutes(31));
        Assert.All(before, c => Assert.True(bench[c.Key].Value > c.Value, c.Key));
    }

    [Fact]
    public void BatteryCountsWhatGoesOutAndGoesOnAfterACut()
    {
        using var bench = new SamplingBench(Counting, TestSite.FullBoard);
        bench.Fault("mains-lost");
        bench.Run(TimeSpan.FromMinutes(31));
        long drawn = bench["battery_wh"].Value;
        Assert.InRange(drawn, -700, -300); // Half an hour of some 90 W, in tenths.

        bench.PowerCut();
        bench.PowerOn();
        bench.Run(TimeSpan.FromSeconds(10));
        Assert.InRange(bench["battery_wh"].Value, drawn, drawn * 28 / 31);
    }

    [Fact]
    public void CutAtAnyStepOfTheFlashLeavesWhatWasSavedLastOrIsBeingSaved()
    {
        // The steps of the second saving: each is a moment at which the power fails in one run.
        var steps = StepsOfSaving(2);
        Assert.True(steps.Last - steps.First >= 3);
        for (long step = steps.First; step <= steps.Last + 1; step++)
        {
            using var bench = new SamplingBench(Counting, TestSite.FullBoard);
            bench.Run(Quarter + TimeSpan.FromMinutes(1));
            var saved = Saved(bench);
            bench.Site.Board.Flash.PowerCutAtWrite = step;
            bool isCut = false;
            try
            {
                bench.Run(Quarter);
            }
            catch (PowerCutException)
            {
                isCut = true;
            }

            Assert.Equal(step <= steps.Last, isCut);
            bench.Site.Board.Flash.PowerCutAtWrite = null;
            bench.PowerCut();
            bench.PowerOn();
            bench.Run(TimeSpan.FromSeconds(20));
            foreach (var (key, value) in saved)
                Assert.True(bench[key].Value >= value, $"{key} fell from {value} to {bench[key].Value} by a cut at step {step}");

            // It can still be saved, whatever the cut has left.
            bench.Run(Quarter + TimeSpan.FromMinutes(1));
            Assert.All(saved, s => Assert.True(Saved(bench)[s.Key] > s.Value, s.Key));
        }
    }

    [Fact]
    public void DamagedFileIsCountedAnewAndStopsNothing()
    {
        using var bench = new SamplingBench(Counting, TestSite.FullBoard);
        bench.Run(Quarter + TimeSpan.FromMinutes(1));
        bench.Site.Board.Flash.Corrupt(File, 20);
        bench.PowerCut();
        bench.PowerOn();
        bench.Run(TimeSpan.FromMinutes(1));
        Assert.All(Counted, k => Assert.InRange(bench[k].Value, 0, 20));
        Assert.All(Counted, k => Assert.True(bench[k].IsOk));
    }

    [Fact]
    public async Task ADayOfTheFullRackErasesTheFlashABoundedNumberOfTimes()
    {
        // How often something is read does not count here, so the day goes by with few readings and without blinking.
        var site = TestSite.Full with
        {
            Broker = TestSite.Full.Broker with { KeepAliveSeconds = 3600 },
            ReportSeconds = 3600,
            Sensors = [.. TestSite.Full.Sensors.Where(s => s.Kind.Name is not "loop").Select(s => s with { PeriodSeconds = 60 })],
        };
        await using var run = await VirtualRun.Start(site, TestSite.FullBoard with { LedPin = null });
        await run.Run(TimeSpan.FromMinutes(5));
        var flash = run.Site.Board.Flash;
        int erasesBefore = flash.Erases.Sum();
        int programsBefore = flash.Programs.Sum();
        await run.Run(TimeSpan.FromHours(24));
        int erases = flash.Erases.Sum() - erasesBefore;
        int programs = flash.Programs.Sum() - programsBefore;

        double years = flash.Erases.Count * 100_000.0 / Math.Max(1, erases) / 365;
        output.WriteLine($"a day: {erases} erased blocks, {programs} programmed, of {flash.Erases.Count}; the file is {flash.ReadFile(File).Length} bytes; spread evenly, 100 000 cycles last {years:0} years");
        Assert.InRange(erases, 1, 200);
        Assert.True(years > 20);
        Assert.True(run.Watch.IsComplete);
        Assert.Empty(run.Deaths);
    }

    /// <returns>Numbers of the first and the last step of the flash that a saving of the counters takes.</returns>
    private static (long First, long Last) StepsOfSaving(int which)
    {
        using var bench = new SamplingBench(Counting, TestSite.FullBoard);
        bench.Run((which - 1) * Quarter + TimeSpan.FromMinutes(1));
        var steps = new List<FlashWrite>();
        bench.Site.Board.Flash.BeforeWrite += steps.Add;
        bench.Run(Quarter);
        return (steps.Min(s => s.Number), steps.Max(s => s.Number));
    }

    /// <returns>The counters on flash that metrics show, as those would show them.</returns>
    private static Dictionary<string, long> Saved(SamplingBench bench)
    {
        var book = new CounterBook();
        book.Restore(bench.Site.Board.Flash.ReadFile(File));
        return Counted.ToDictionary(k => k, k => book.Open(k).Value / (k.EndsWith("_wh", StringComparison.Ordinal) ? 3_600_000 : 36_000));
    }
}

using Appliance.Core.Metrics;
using Ixp.Sites.Sensors;
using SystemTests.Support;

namespace SystemTests;

/// <summary>A sensor that is pulled costs nobody else a reading, and is back by itself, among all the others of the full rack.</summary>
public sealed class HotPlugTests
{
    private static readonly TimeSpan Start = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pulled = TimeSpan.FromSeconds(25);

    /// <summary>A sensor of each kind of which somebody can tell that it is not there.</summary>
    public static TheoryData<string> Sensors { get; } =
    [
        "inlet_mid", "exhaust_air", "ambient", "room_air", "battery", "rectifier", "usb", "mains_b", "plant", "room_wall", "bus_tap", "cage_door",
    ];

    [Theory]
    [MemberData(nameof(Sensors))]
    public void SensorIsBackWithinTwoPeriodsAndNoOtherMissedAReading(string name)
    {
        using var bench = new SamplingBench(TestSite.Full, TestSite.FullBoard);
        bench.Run(Start);
        long from = bench.Now;
        bench.Fault($"absent:{name}@0+{Pulled.TotalSeconds}");
        bench.Run(Pulled);
        Assert.All(bench.Raw(name), m => Assert.False(m.IsOk, m.Key));

        long plugged = bench.Now;
        bench.Run(TimeSpan.FromMilliseconds(3000 * bench.Raw(name)[0].PeriodSeconds));
        foreach (var metric in bench.Raw(name))
        {
            var back = bench.Readings(metric, plugged).First(r => r.IsOk);
            Assert.InRange(back.At - plugged, 0, 2000 * metric.PeriodSeconds);
            Assert.True(metric.IsOk, metric.Key);
        }

        foreach (var metric in bench.All.Where(m => m.Name != name && m.Suffix is not "pct"))
            AssertNoneMissing(bench, metric, from);
    }

    [Fact]
    public void EveryKindIsTriedHere()
    {
        // A clamp without its cable reads as no current, and pins are not looked at over a bus.
        var tried = TestSite.Full.Sensors.Where(s => Sensors.Any(row => row.Data == s.Name)).Select(s => s.Kind.Name);
        Assert.Equal(
            SensorKind.All.Where(k => k.Bus is not SensorBus.None and not SensorBus.Pin && k.Name is not "clamp").Select(k => k.Name).Order(),
            tried.Order());
    }

    private static void AssertNoneMissing(SamplingBench bench, Metric metric, long from)
    {
        var readings = bench.Readings(metric, from).ToList();
        Assert.All(readings, r => Assert.True(r.IsOk, $"{metric.Key} was {r.Quality}"));
        Assert.All(
            readings.Zip(readings.Skip(1)),
            pair => Assert.True(pair.Second.At - pair.First.At < 1500 * metric.PeriodSeconds, $"{metric.Key} missed one from {pair.First.At} to {pair.Second.At} ms"));
        Assert.InRange(bench.Now - readings[^1].At, 0, 1500 * metric.PeriodSeconds);
    }
}

using Appliance.Core.Metrics;
using Ixp.Sites.Sensors;
using SystemTests.Support;

namespace SystemTests;

/// <summary>Buses at their worst: what hangs on the others keeps its rhythm, and all is back when the trouble is over.</summary>
public sealed class BusTroubleTests
{
    private static readonly TimeSpan Start = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Trouble = TimeSpan.FromMinutes(3);

    /// <summary>Longer than the longest pause of a sensor that has held everything up.</summary>
    private static readonly TimeSpan Recovery = TimeSpan.FromSeconds(40);

    [Theory]
    [InlineData("i2c-stuck", SensorBus.I2c)]
    [InlineData("bus-shorted", SensorBus.OneWire)]
    [InlineData("babble:plant", SensorBus.Serial)]
    [InlineData("late-reply:plant", SensorBus.Serial)]
    [InlineData("crc-error:mains", SensorBus.Serial)]
    [InlineData("truncated:mains_b", SensorBus.Serial)]
    public void OtherBusesKeepTheirRhythmAndAllComesBack(string fault, SensorBus bus)
    {
        using var bench = new SamplingBench(TestSite.Full, TestSite.FullBoard);
        bench.Run(Start);
        long from = bench.Now;
        bench.Fault($"{fault}@0+{Trouble.TotalSeconds}");
        bench.Run(Trouble);
        Assert.Contains(bench.All, m => !m.IsOk && m.Suffix is not "pct");
        string[] others = [.. TestSite.Full.Sensors.Where(s => !IsOn(bus, s)).Select(s => s.Name)];
        foreach (var metric in others.SelectMany(bench.Raw))
        {
            // A transfer on a stuck bus stops every thread for a second out of twenty.
            int expected = (int)Trouble.TotalSeconds / metric.PeriodSeconds;
            int read = bench.Readings(metric, from).Count(r => r.IsOk);
            Assert.True(read >= (expected * 9 / 10) - 1, $"{metric.Key} was read {read} of {expected} times");
            Assert.DoesNotContain(bench.Readings(metric, from), r => !r.IsOk);
        }

        bench.Run(Recovery);
        Assert.All(bench.All.Where(m => m.Suffix is not "pct"), m => Assert.True(m.IsOk, $"{m.Key} is {m.Quality}"));
    }

    [Fact]
    public void LateSlaveCostsItsOwnReadingsOnly()
    {
        using var bench = new SamplingBench(TestSite.Full, TestSite.FullBoard);
        bench.Run(Start);
        long from = bench.Now;
        bench.Fault("late-reply:plant");
        bench.Run(Trouble);
        Assert.All(bench.Raw("plant"), m => Assert.Equal(Quality.Timeout, m.Quality));
        foreach (var metric in bench.Raw("mains").Concat(bench.Raw("mains_b")))
        {
            int expected = (int)Trouble.TotalSeconds / metric.PeriodSeconds;
            Assert.InRange(bench.Readings(metric, from).Count(r => r.IsOk), expected * 8 / 10, expected);
        }
    }

    private static bool IsOn(SensorBus bus, SensorEntry sensor) =>
        sensor.Kind.Bus == bus || (bus is SensorBus.I2c && sensor.Kind.Bus is SensorBus.Analogue && sensor.Address is not null) || sensor.Kind.Bus is SensorBus.None;
}

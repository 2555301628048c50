using Appliance.Core.Metrics;
using Appliance.Drivers.Ads1115;
using Appliance.Drivers.Divider;
using FsCheck.Fluent;
using VirtualRack.Chips;

namespace SystemTests.Drivers;

/// <summary>The inputs of an ADS1115; the sensor on top is a divider without an upper resistor, which tells the volts as they are.</summary>
public sealed class Ads1115DriverTests : IDisposable
{
    private const double Step = 125e-6;

    private readonly SensorBench _bench = new();
    private readonly SteadyVoltage _source = new(1.25);
    private AnalogueWires? _wires;
    private DividerSensor? _sensor;

    private Ads1115 Chip => _wires!.Chip;

    private Metric Volts => _sensor!.Metrics[0];

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData(0.9)]
    [InlineData(1.0)]
    [InlineData(1.1)]
    public void AnyVoltageIsReadToHalfAStepHoweverFastTheOscillator(double clock)
    {
        Wire(clock);
        Cases.ForAll(
            from millivolts in Gen.Choose(150, 3_599)
            from late in Gen.Choose(0, 20_000)
            select (millivolts, late),
            100,
            x =>
            {
                (_source.Value, _bench.MostLateMicros) = (x.millivolts / 1000.0, x.late);
                _bench.Run(2 * Parts.PeriodMs);
                AssertHealthy();
            });
    }

    [Theory]
    [InlineData("absent", Quality.NotPresent)]
    [InlineData("refuses-writes", Quality.NotPresent)]
    [InlineData("all-ones", Quality.NotPresent)]
    [InlineData("never-ready", Quality.Timeout)]
    [InlineData("out-of-range", Quality.OutOfRange)]
    public void FaultIsToldAndEndsByItself(string fault, Quality expected)
    {
        Wire();
        var clamp = _bench.Clamp(_wires!.Input(AnalogueWires.Ads1115, new CurrentClamp(() => 3), channel: 1));
        _bench.Run(3 * Parts.PeriodMs);
        AssertHealthy();

        Chip.SetFault(fault, true);
        _bench.Run(2 * Parts.PeriodMs);
        MetricAssert.AllAre(expected, [Volts, clamp.Metrics[0]]);

        Chip.SetFault(fault, false);
        _source.Value = 2;
        _bench.Run(2 * Parts.PeriodMs);
        AssertHealthy();
        MetricAssert.Reads(3, 0.1, clamp.Metrics[0]);
        Assert.True(_bench.Log(_sensor!).LongestMicros < 2_000);
        Assert.True(_bench.Log(clamp).LongestMicros < 25_000);
    }

    /// <summary>A single conversion is waited for; a clamp cannot use a chip that is too slow for the mains.</summary>
    [Fact]
    public void SlowChipIsWaitedForButNotForAClamp()
    {
        Wire();
        var clamp = _bench.Clamp(_wires!.Input(AnalogueWires.Ads1115, new CurrentClamp(() => 3), channel: 1));
        Chip.SetFault("slow", true);
        _bench.Run(3 * Parts.PeriodMs);
        AssertHealthy();
        MetricAssert.AllAre(Quality.Timeout, clamp.Metrics);
    }

    [Fact]
    public void EveryFaultIsTriedHereButTheOneNobodyCanSee()
    {
        Wire();
        Assert.Equal(
            ["absent", "refuses-writes", "all-ones", "never-ready", "stuck", "out-of-range", "slow"], Chip.FaultNames);
    }

    [Fact]
    public void LineThatIsHeldLowIsToldAsSuch()
    {
        Wire();
        _bench.Board.I2c[1].IsStuck = true;
        _bench.Run(2 * Parts.PeriodMs);
        MetricAssert.AllAre(Quality.BusShorted, [Volts]);
        _bench.Board.I2c[1].IsStuck = false;
        _bench.Run(2 * Parts.PeriodMs);
        AssertHealthy();
    }

    [Fact]
    public void BrownOutAtAnyMomentNeverBringsAWrongValue()
    {
        Wire();
        _bench.Stepped += _ => MetricAssert.IsRightOrNoReading(_source.Value, Step, Volts);
        Cases.ForAll(
            Gen.Choose(0, 1_100),
            50,
            ms =>
            {
                _bench.After(ms, Chip.BrownOut);
                _bench.Run(3 * Parts.PeriodMs);
                AssertHealthy();
            });
    }

    [Fact]
    public void ResetBetweenTwoTransfersNeverBringsAWrongValue() => Cases.ForAll(
        Gen.Choose(0, 20),
        50,
        reads =>
        {
            using var bench = new SensorBench();
            var chip = new Ads1115OnI2c(0x4000, 0x4000) { ReadsToReset = reads };
            bench.Board.I2c[1].Attach(AnalogueWires.Address, chip);
            var sensor = bench.Divider(AnalogueWires.Input(bench, AnalogueWires.Driver(bench), 2));
            bench.Stepped += s => Assert.True(
                s.Metrics[0].Quality is Quality.Pending or Quality.PowerOn || s.Metrics[0].Value == 2048);

            // The zero of the reset would be a wire that is cut.
            bench.Stepped += s => Assert.NotEqual(Quality.WireCut, s.Metrics[0].Quality);
            bench.Run(10 * Parts.PeriodMs);
            MetricAssert.Reads(2.048, Step, sensor.Metrics[0]);
        });

    [Fact]
    public void ChipThatStillConvertsForTheTimeBeforeARestartIsStopped()
    {
        Wire();
        foreach (byte value in new byte[] { 0x01, 0x74, 0xE3 })
        {
            if (value == 0x01)
                Chip.Start(read: false);
            Chip.Write(value);
        }

        _bench.Stepped += _ => Assert.True(Volts.Quality is Quality.Pending or Quality.Ok);
        _bench.Run(Parts.PeriodMs);
        AssertHealthy();
    }

    [Fact]
    public void FourInputsOfOneChipEachGetTheirTurn()
    {
        Wire();
        var clamp = _bench.Clamp(_wires!.Input(AnalogueWires.Ads1115, new CurrentClamp(() => 6), channel: 1));
        var ntc = _bench.Ntc(_wires.Input(AnalogueWires.Ads1115, new Ntc(() => 40), channel: 2));
        var loop = _bench.Loop(_wires.Input(AnalogueWires.Ads1115, new SupervisedLoop(normallyClosed: false), channel: 3));
        _bench.Run(2 * Parts.PeriodMs);
        _bench.Stepped += _ =>
        {
            MetricAssert.Reads(_source.Value, Step, Volts);
            MetricAssert.Reads(6, 0.2, clamp.Metrics[0]);
            MetricAssert.Reads(40, 0.02, ntc.Metrics[0]);
            MetricAssert.Reads(1, 0, loop.Metrics[0]);
        };
        long since = _bench.Time.NowMicros / 1000;
        _bench.Run(20 * Parts.PeriodMs);
        Assert.All(
            new[] { Volts, clamp.Metrics[0], ntc.Metrics[0], loop.Metrics[0] },
            m => Assert.InRange(m.Time, since + (18 * Parts.PeriodMs), long.MaxValue));
    }

    [Fact]
    public void QuickSensorsCannotKeepTheChipFromTheOthers()
    {
        var wires = new AnalogueWires(_bench);
        var loops = Enumerable.Range(0, 4)
            .Select(i => _bench.Loop(wires.Input(AnalogueWires.Ads1115, new SupervisedLoop(i % 2 == 0), i)))
            .ToList();
        var times = loops.ConvertAll(_ => new HashSet<long>());
        _bench.Stepped += s => times[loops.FindIndex(l => l == s)].Add(s.Metrics[0].Time);
        _bench.Run(10_000);
        Assert.All(times, t => Assert.InRange(t.Count, 50, 101));
        Assert.All(loops, (l, i) => MetricAssert.Reads(i % 2 == 0 ? 0 : 1, 0, l.Metrics[0]));
    }

    [Theory]
    [InlineData(-1, 4096)]
    [InlineData(4, 4096)]
    [InlineData(0, 3300)]
    public void ChannelsAndRangesThatDoNotExistAreRefused(int channel, int fullScaleMillivolts)
    {
        var driver = AnalogueWires.Driver(_bench);
        Assert.Throws<ArgumentException>(() => AnalogueWires.Input(_bench, driver, channel, fullScaleMillivolts));
    }

    [Fact]
    public void AnyRegistersAreAValueOrAQuality()
    {
        var words = new WordsOnI2c();
        _bench.Board.I2c[1].Attach(AnalogueWires.Address, words);
        var driver = AnalogueWires.Driver(_bench);
        _sensor = _bench.Divider(AnalogueWires.Input(_bench, driver, 0));
        var clamp = _bench.Clamp(AnalogueWires.Input(_bench, driver, 1));
        var ntc = _bench.Ntc(AnalogueWires.Input(_bench, driver, 2));
        _bench.Loop(AnalogueWires.Input(_bench, driver, 3));
        Cases.ForAll(
            from conversion in Cases.Bytes(2)
            from random in Cases.Bytes(2)
            from channel in Gen.Choose(0, 4)
            select (conversion, random, channel),
            200,
            x =>
            {
                words.Replies[0] = x.conversion;
                words.Replies[1] = x.channel < 4 ? [(byte)(0xC3 + (x.channel << 4)), 0x83] : x.random;
                _bench.Run(2 * Parts.PeriodMs);
                if (x.channel != 0)
                    return;

                int counts = (short)((x.conversion[0] << 8) | x.conversion[1]);
                Assert.Equal(
                    counts is short.MinValue or < 1200 ? Quality.WireCut : counts == short.MaxValue ? Quality.OutOfRange : Quality.Ok,
                    Volts.Quality);
                MetricAssert.IsRightOrNoReading(counts * Step, 0, Volts);
            });
        Assert.NotEqual(Quality.Pending, clamp.Metrics[0].Quality);
        Assert.NotEqual(Quality.Pending, ntc.Metrics[0].Quality);
    }

    private void Wire(double clock = 1)
    {
        _wires = new AnalogueWires(_bench, clock);
        _sensor = _bench.Divider(_wires.Input(AnalogueWires.Ads1115, _source));
    }

    private void AssertHealthy() => MetricAssert.Reads(_source.Value, Step, Volts);
}

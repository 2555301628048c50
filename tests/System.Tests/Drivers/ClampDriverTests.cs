using Appliance.Core.Metrics;
using Appliance.Drivers.Clamp;
using FsCheck.Fluent;
using VirtualBoard.Running;
using VirtualRack.Chips;

namespace SystemTests.Drivers;

public sealed class ClampDriverTests : IDisposable
{
    private readonly SensorBench _bench = new();
    private readonly AnalogueWires _wires;
    private double _amps = 8;

    public ClampDriverTests() => _wires = new AnalogueWires(_bench);

    public void Dispose() => _bench.Dispose();

    /// <summary>An ADS1115 averages over each conversion, which takes up to a percent off; the mains may be off its frequency.</summary>
    [Theory]
    [InlineData(AnalogueWires.Adc, 50, 50.0, 0)]
    [InlineData(AnalogueWires.Adc, 60, 59.8, 0)]
    [InlineData(AnalogueWires.Adc, 50, 49.5, 0.4)]
    [InlineData(AnalogueWires.Ads1115, 50, 50.0, 0)]
    [InlineData(AnalogueWires.Ads1115, 60, 60.2, 0)]
    [InlineData(AnalogueWires.Ads1115, 50, 50.4, 0.4)]
    public void AnyCurrentIsReadToTwoPercent(string kind, int nominalHertz, double hertz, double thirdHarmonic)
    {
        var part = new CurrentClamp(() => _amps, hertz: hertz, thirdHarmonic: thirdHarmonic);
        var sensor = _bench.Clamp(_wires.Input(kind, part), nominalHertz);
        Cases.ForAll(
            Gen.Choose(0, 1500),
            50,
            hundredths =>
            {
                _amps = hundredths / 100.0;
                _bench.Run(2 * Parts.PeriodMs);
                MetricAssert.Reads(_amps, (0.04 * _amps) + 0.03, sensor.Metrics[0]);
            });
        Assert.InRange(_bench.Log(sensor).LongestMicros, 16_000, 25_000);
    }

    [Theory]
    [InlineData(AnalogueWires.Adc, "bias-lost", Quality.OutOfRange)]
    [InlineData(AnalogueWires.Adc, "burden-open", Quality.OutOfRange)]
    [InlineData(AnalogueWires.Ads1115, "bias-lost", Quality.OutOfRange)]
    public void FaultIsToldAndEndsByItself(string kind, string fault, Quality expected)
    {
        var part = new CurrentClamp(() => _amps);
        var sensor = _bench.Clamp(_wires.Input(kind, part));
        _bench.Run(2 * Parts.PeriodMs);
        AssertReads(sensor);

        part.SetFault(fault, true);
        _bench.Run(2 * Parts.PeriodMs);
        MetricAssert.AllAre(expected, sensor.Metrics);

        part.SetFault(fault, false);
        _amps = 5;
        _bench.Run(2 * Parts.PeriodMs);
        AssertReads(sensor);
    }

    [Theory]
    [InlineData(AnalogueWires.Adc)]
    [InlineData(AnalogueWires.Ads1115)]
    public void UnpluggedClampIsNoCurrent(string kind)
    {
        var part = new CurrentClamp(() => _amps) { Faults = CurrentClampFaults.Absent };
        var sensor = _bench.Clamp(_wires.Input(kind, part));
        _bench.Run(2 * Parts.PeriodMs);
        MetricAssert.Reads(0, 0.01, sensor.Metrics[0]);
    }

    [Fact]
    public void EveryFaultIsTriedHere() =>
        Assert.Equal(["absent", "bias-lost", "burden-open"], new CurrentClamp(() => 0).FaultNames);

    [Fact]
    public void CycleIntoWhichAnotherThreadCameIsTakenAgain()
    {
        var part = new CurrentClamp(() => _amps);
        int reads = 0;
        var sensor = _bench.Clamp(_wires.AdcInput(at =>
        {
            if (++reads is 100 or 500 or 900)
                Interpreter.Current.Spend(9_000);
            return part.Volts(at);
        }));
        _bench.Run(2 * Parts.PeriodMs);
        Assert.True(reads > 900);
        AssertReads(sensor);
    }

    [Fact]
    public void FewWholeCyclesAmongManyDisturbedOnesAreAReading()
    {
        var part = new CurrentClamp(() => _amps);
        int tries = 0;
        int reads = 0;
        long last = long.MinValue / 2;
        var sensor = _bench.Clamp(_wires.AdcInput(at =>
        {
            if (at - last > 50_000)
            {
                tries++;
                reads = 0;
            }

            if (++reads == 10 && tries % 4 != 0)
                Interpreter.Current.Spend(9_000);
            last = at;
            return part.Volts(at);
        }));
        for (int i = 0; i < 10; i++)
        {
            _bench.Run(3 * Parts.PeriodMs);
            AssertReads(sensor);
        }

        Assert.True(tries > 100);
    }

    [Fact]
    public void CyclesThatAreNeverWholeAreATimeOut()
    {
        var part = new CurrentClamp(() => _amps);
        int reads = 0;
        var sensor = _bench.Clamp(_wires.AdcInput(at =>
        {
            if (++reads % 50 == 0)
                Interpreter.Current.Spend(5_000);
            return part.Volts(at);
        }));
        _bench.Run(2 * Parts.PeriodMs);
        MetricAssert.AllAre(Quality.Timeout, sensor.Metrics);
    }

    [Fact]
    public void ResetInTheMiddleOfACycleNeverBringsAWrongCurrent() => Cases.ForAll(
        Gen.Choose(0, 1_500),
        100,
        reads =>
        {
            using var bench = new SensorBench();
            var chip = new Ads1115OnI2c(0x3000, 0x4000);
            bench.Board.I2c[1].Attach(AnalogueWires.Address, chip);
            var sensor = bench.Clamp(AnalogueWires.Input(bench, AnalogueWires.Driver(bench), 0));
            bench.Stepped += s => MetricAssert.IsRightOrNoReading(7.68, 0.01, s.Metrics[0]);
            chip.ReadsToReset = reads;
            bench.Run(3 * Parts.PeriodMs);
            MetricAssert.Reads(7.68, 0.01, sensor.Metrics[0]);
        });

    private void AssertReads(ClampSensor sensor) => MetricAssert.Reads(_amps, 0.02 * _amps, sensor.Metrics[0]);
}

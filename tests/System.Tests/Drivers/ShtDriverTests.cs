using Appliance.Core.Metrics;
using Appliance.Drivers;
using FsCheck.Fluent;
using VirtualBoard.Buses;
using VirtualBoard.Running;
using VirtualRack.Chips;

namespace SystemTests.Drivers;

/// <summary>What the drivers of all Sensirion SHT have to do.</summary>
/// <typeparam name="TChip">The model.</typeparam>
public abstract class ShtDriverTests<TChip> : IDisposable
    where TChip : Chip, II2cSlave
{
    private const double StepC = 175.0 / 65535;

    private readonly SensorBench _bench = new();
    private readonly TChip _chip;
    private readonly Sensor _sensor;
    private readonly int _address;
    private readonly double _stepRh;
    private readonly byte _measure;
    private double _celsius = 23.4;
    private double _humidity = 41;

    /// <param name="stepRh">Percent of humidity that one count is.</param>
    /// <param name="measure">First byte of the command that measures.</param>
    private protected ShtDriverTests(
        int address, double stepRh, byte measure, Func<TimeBase, Func<double>, Func<double>, TChip> chip, Func<SensorBench, Sensor> sensor)
    {
        (_address, _stepRh, _measure) = (address, stepRh, measure);
        _chip = chip(_bench.Time, () => _celsius, () => _humidity);
        _bench.Board.I2c[1].Attach(address, _chip);
        _sensor = sensor(_bench);
    }

    protected TChip Chip => _chip;

    private protected SensorBench Bench => _bench;

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void AnyClimateIsReadToHalfAStep() => Cases.ForAll(
        from c in Gen.Choose(-39_900, 124_900)
        from rh in Gen.Choose(0, 100_000)
        from late in Gen.Choose(0, 20_000)
        select (Celsius: c / 1000.0, Humidity: rh / 1000.0, Late: late),
        100,
        x =>
        {
            (_celsius, _humidity, _bench.MostLateMicros) = x;
            _bench.Run(2 * Parts.PeriodMs);
            AssertHealthy();
        });

    [Theory]
    [InlineData("absent", Quality.NotPresent)]
    [InlineData("refuses-commands", Quality.NotPresent)]
    [InlineData("crc-error", Quality.Checksum)]
    [InlineData("out-of-range", Quality.OutOfRange)]
    public void FaultIsToldAndEndsByItself(string fault, Quality expected)
    {
        _bench.Run(3 * Parts.PeriodMs);
        AssertHealthy();

        _chip.SetFault(fault, true);
        _bench.Run(2 * Parts.PeriodMs);
        MetricAssert.AllAre(expected, _sensor.Metrics);

        _chip.SetFault(fault, false);
        _celsius = 30;
        _bench.Run(2 * Parts.PeriodMs);
        AssertHealthy();
        Assert.True(_bench.Log(_sensor).LongestMicros < 50_000);
    }

    [Fact]
    public void SlowChipIsWaitedFor()
    {
        _chip.SetFault("slow", true);
        _bench.Run(2 * Parts.PeriodMs);
        AssertHealthy();
    }

    [Fact]
    public void MeasurementThatNeverEndsIsATimeOutAndThenABusyChip()
    {
        _chip.SetFault("never-ready", true);
        _bench.Run(Parts.PeriodMs);
        MetricAssert.AllAre(Quality.Timeout, _sensor.Metrics);
        _bench.Run(Parts.PeriodMs);
        MetricAssert.AllAre(Quality.NotPresent, _sensor.Metrics);

        _chip.SetFault("never-ready", false);
        _bench.Run(2 * Parts.PeriodMs);
        AssertHealthy();
    }

    [Fact]
    public void EveryFaultIsTriedHereButTheOneNobodyCanSee() =>
        Assert.Equal(
            ["absent", "refuses-commands", "never-ready", "crc-error", "stuck", "out-of-range", "slow"], _chip.FaultNames);

    [Fact]
    public void BrownOutAtAnyMomentNeverBringsAWrongValue() => Cases.ForAll(
        Gen.Choose(0, 1_100),
        50,
        ms =>
        {
            _bench.After(ms, _chip.BrownOut);
            _bench.Run(Parts.PeriodMs);
            MetricAssert.IsRightOrNoReading(_celsius, StepC, _sensor.Metrics[0]);
            _bench.Run(2 * Parts.PeriodMs);
            AssertHealthy();
        });

    [Fact]
    public void AnyBytesAreACheckSumErrorOrAClimateThatCanBe()
    {
        var words = _bench.Script(_address);
        Cases.ForAll(
            from bytes in Cases.Bytes(6)
            from isSealed in Gen.Elements(true, false)
            select (bytes, isSealed),
            200,
            x =>
            {
                byte[] reply = x.isSealed ? Seal(x.bytes) : x.bytes;
                words.Replies[_measure] = reply;
                _bench.Run(Parts.PeriodMs);
                AssertSensible(reply);
            });
    }

    private void AssertSensible(byte[] reply)
    {
        Metric temperature = _sensor.Metrics[0];
        if (!reply.SequenceEqual(Seal(reply)))
        {
            MetricAssert.AllAre(Quality.Checksum, _sensor.Metrics);
        }
        else if (temperature.IsOk)
        {
            MetricAssert.Reads((((reply[0] << 8) | reply[1]) * StepC) - 45, 0, temperature);
            Assert.InRange(temperature.Value, -4000, 12500);
            Assert.InRange(_sensor.Metrics[1].Value, 0, 10000);
        }
        else
        {
            MetricAssert.AllAre(Quality.OutOfRange, _sensor.Metrics);
        }
    }

    private static byte[] Seal(byte[] reply) =>
        [.. reply[..2], Crc8.Sensirion(reply.AsSpan(0, 2)), .. reply[3..5], Crc8.Sensirion(reply.AsSpan(3, 2))];

    private protected void AssertHealthy()
    {
        MetricAssert.Reads(_celsius, StepC, _sensor.Metrics[0]);
        MetricAssert.Reads(_humidity, _stepRh, _sensor.Metrics[1]);
    }
}

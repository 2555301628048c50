using Appliance.Core.Metrics;
using Appliance.Drivers;
using Appliance.Drivers.Ds18b20;
using FsCheck.Fluent;
using VirtualRack.Chips;

namespace SystemTests.Drivers;

public sealed class Ds18b20DriverTests : IDisposable
{
    private const int Probes = 12;
    private const double Step = 1.0 / 16;

    /// <summary>A conversion and two ticks for each of twelve probes: a little more than the period of a second.</summary>
    private const int RoundMs = 770 + (20 * Probes) + 20;

    private readonly SensorBench _bench = new();
    private readonly double[] _celsius = new double[Probes];
    private readonly Ds18b20[] _chips = new Ds18b20[Probes];
    private readonly Ds18b20Chain _sensor;

    public Ds18b20DriverTests()
    {
        byte[][] roms = [.. Enumerable.Range(0, Probes).Select(i => Ds18b20.RomOf(0x0123_4567L * (i + 1)))];
        for (int i = 0; i < Probes; i++)
        {
            int index = i;
            _celsius[i] = 20 + (1.5 * i);
            _chips[i] = new Ds18b20(_bench.Time, roms[i], () => _celsius[index]);
            _bench.Board.OneWire.Attach(_chips[i]);
        }

        _sensor = _bench.Ds18b20(roms);
    }

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void TwelveProbesOnOneBusAreReadToHalfAStep() => Cases.ForAll(
        Gen.Choose(-55_000, 125_000).Select(i => i / 1000.0).ArrayOf(Probes),
        40,
        celsius =>
        {
            celsius.CopyTo(_celsius, 0);
            _bench.Run(2 * Parts.PeriodMs);
            AssertHealthy(0);
            Assert.True(_bench.Log(_sensor).LongestMicros < 50_000);
        });

    [Fact]
    public void RealEightyFiveDegreesAreBelieved()
    {
        _celsius[0] = 85;
        _bench.Run(2 * Parts.PeriodMs);
        AssertHealthy(0);
    }

    [Theory]
    [InlineData("absent", Quality.NotPresent)]
    [InlineData("crc-error", Quality.Checksum)]
    [InlineData("power-on-value", Quality.PowerOn)]
    [InlineData("out-of-range", Quality.OutOfRange)]
    [InlineData("clone", Quality.Ok)]
    [InlineData("clone-warm", Quality.Ok)]
    [InlineData("parasite-power", Quality.Ok)]
    [InlineData("fixed-resolution", Quality.Ok)]
    public void FaultOfOneProbeIsItsOwnAndEndsByItself(string fault, Quality expected)
    {
        _bench.Run(3 * Parts.PeriodMs);
        AssertHealthy(0);

        _chips[0].SetFault(fault, true);
        _celsius[0] = 31;
        _bench.Run(2 * Parts.PeriodMs);
        Assert.Equal(expected, _sensor.Metrics[0].Quality);
        MetricAssert.IsRightOrNoReading(31, Step, _sensor.Metrics[0]);
        AssertHealthy(1);

        _chips[0].SetFault(fault, false);
        _celsius[0] = 32;
        _bench.Run(2 * Parts.PeriodMs);
        AssertHealthy(0);
        Assert.True(_bench.Log(_sensor).LongestMicros < 50_000);
    }

    [Fact]
    public void EveryFaultIsTriedHereButTheOneNobodyCanSee() =>
        Assert.Equal(
            [
                "absent", "crc-error", "stuck", "power-on-value", "out-of-range", "slow", "clone", "clone-warm", "shorted-data",
                "parasite-power", "fixed-resolution",
            ],
            _chips[0].FaultNames);

    [Fact]
    public void ProbeThatHoldsTheLineIsAShortForAll()
    {
        _bench.Run(2 * Parts.PeriodMs);
        _chips[0].SetFault("shorted-data", true);
        _bench.Run(2 * Parts.PeriodMs);
        MetricAssert.AllAre(Quality.BusShorted, _sensor.Metrics);

        _chips[0].SetFault("shorted-data", false);
        _bench.Run(2 * Parts.PeriodMs);
        AssertHealthy(0);
    }

    [Fact]
    public void SlowProbeIsWaitedFor()
    {
        _chips[0].SetFault("slow", true);
        _bench.Run(4 * Parts.PeriodMs);
        AssertHealthy(0);
        _celsius[0] = 42;
        _bench.Run(4 * Parts.PeriodMs);
        AssertHealthy(0);
    }

    [Fact]
    public void ShortAtAnyMomentNeverBringsAnOldValue() => Cases.ForAll(
        from begin in Gen.Choose(0, 1_000)
        from length in Gen.Choose(0, 1_500)
        select (begin, length),
        60,
        x =>
        {
            _bench.Run(2 * Parts.PeriodMs);
            long shortedAt = long.MaxValue;
            _bench.After(x.begin, () =>
            {
                // From here on, what the scratchpads hold is old.
                _celsius[0] = _celsius[0] > 60 ? 20 : _celsius[0] + 1;
                _bench.Board.OneWire.IsShorted = true;
                shortedAt = _bench.Board.Interpreter.UptimeMicros / 1000;
            });
            void AssertNew(Sensor sensor)
            {
                if (sensor.Metrics[0].Time > shortedAt)
                    MetricAssert.IsRightOrNoReading(_celsius[0], Step, sensor.Metrics[0]);
            }

            _bench.Stepped += AssertNew;
            _bench.Run(x.begin + x.length);
            _bench.Board.OneWire.IsShorted = false;
            _bench.Run(2 * Parts.PeriodMs);
            _bench.Stepped -= AssertNew;
            AssertHealthy(0);
        });

    [Fact]
    public void ShortedBusIsToldForAllOfItsProbes()
    {
        _bench.Board.OneWire.IsShorted = true;
        _bench.Run(2 * Parts.PeriodMs);
        MetricAssert.AllAre(Quality.BusShorted, _sensor.Metrics);
        Assert.True(_bench.Log(_sensor).LongestMicros < 50_000);
    }

    [Theory]
    [InlineData("clone", 30)]
    [InlineData("clone", 88)]
    [InlineData("clone-warm", 30)]
    [InlineData("clone-warm", 26)]
    [InlineData("genuine", 30)]
    [InlineData("genuine", 88)]
    public void ReplugAtAnyMomentNeverBringsTheValueOfPowerOn(string kind, double celsius)
    {
        if (kind != "genuine")
            _chips[0].SetFault(kind, true);
        _celsius[0] = celsius;
        _bench.Run(2 * Parts.PeriodMs);
        _bench.Stepped += sensor => MetricAssert.IsRightOrNoReading(celsius, Step, sensor.Metrics[0]);
        Cases.ForAll(
            from begin in Gen.Choose(0, 1_000)
            from length in Gen.Choose(0, 1_500)
            select (begin, length),
            40,
            x =>
            {
                _bench.Run(x.begin);
                _chips[0].SetFault("absent", true);
                _bench.Run(x.length);
                _chips[0].SetFault("absent", false);
                _bench.Run(2 * RoundMs);
                AssertHealthy(0);
            });
    }

    [Fact]
    public void AnyBytesAreATemperatureOrAQuality()
    {
        foreach (var chip in _chips)
            _bench.Board.OneWire.Detach(chip);
        var script = new ScratchpadOnOneWire();
        _bench.Board.OneWire.Attach(script);
        Cases.ForAll(
            from bytes in Cases.Bytes(9)
            from isSealed in Gen.Elements(true, false)
            select (bytes, isSealed),
            200,
            x =>
            {
                // Bits that every DS18B20 has fixed, in some of the cases that are to pass the CRC.
                x.bytes[4] = x.bytes[5] > 64 ? (byte)((x.bytes[4] & 0x60) | 0x1F) : x.bytes[4];
                script.Scratchpad = x.isSealed ? ScratchpadOnOneWire.Seal(x.bytes) : x.bytes;
                _bench.Run(2 * Parts.PeriodMs);
                AssertSensible(script.Scratchpad);
            });
    }

    [Fact]
    public void CloneThatBeginsWarmIsReadInTheFirstPeriod()
    {
        _chips[0].SetFault("clone-warm", true);
        _bench.Run(2 * Parts.PeriodMs);
        AssertHealthy(0);
    }

    private void AssertSensible(byte[] scratchpad)
    {
        Metric metric = _sensor.Metrics[0];
        if (!scratchpad.SequenceEqual(ScratchpadOnOneWire.Seal(scratchpad)) || (scratchpad[4] & 0x9F) != 0x1F)
        {
            Assert.Equal(Quality.Checksum, metric.Quality);
            return;
        }

        // At 9 bits, the three lowest are undefined.
        double celsius = (short)((scratchpad[1] << 8) | scratchpad[0]) / 16.0;
        if (metric.IsOk)
            Assert.InRange(metric.Value / 100.0, Math.Max(-55, celsius - 0.45), Math.Min(125, celsius + 0.005));
        else
            Assert.True(metric.Quality == Quality.OutOfRange || (metric.Quality == Quality.PowerOn && (int)celsius is 85 or 25));
    }

    private void AssertHealthy(int from)
    {
        for (int i = from; i < Probes; i++)
            MetricAssert.Reads(_celsius[i], Step, _sensor.Metrics[i]);
    }
}

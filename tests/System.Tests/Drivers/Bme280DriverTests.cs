using Appliance.Core.Metrics;
using Appliance.Drivers.Bme280;
using FsCheck.Fluent;
using VirtualRack.Chips;

namespace SystemTests.Drivers;

public sealed class Bme280DriverTests : IDisposable
{
    /// <summary>Counts of the chip at the oversampling in use, and what the whole-number formulas lose.</summary>
    private const double StepC = 0.01;
    private const double StepRh = 0.02;
    private const double StepHpa = 0.02;

    private readonly SensorBench _bench = new();
    private readonly Bme280 _chip;
    private readonly Bme280Sensor _sensor;
    private double _celsius = 23.4;
    private double _humidity = 41;
    private double _hectopascal = 1013.25;

    public Bme280DriverTests()
    {
        _chip = Plug(new Bme280Calibration());
        _sensor = _bench.Bme280();
    }

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void AnyClimateIsRead() => Cases.ForAll(
        from c in Gen.Choose(-39_900, 84_900)
        from rh in Gen.Choose(0, 100_000)
        from hpa in Gen.Choose(300_100, 1_099_900)
        from late in Gen.Choose(0, 20_000)
        select (Celsius: c / 1000.0, Humidity: rh / 1000.0, Hectopascal: hpa / 1000.0, Late: late),
        100,
        x =>
        {
            (_celsius, _humidity, _hectopascal, _bench.MostLateMicros) = x;
            _bench.Run(2 * Parts.PeriodMs);
            AssertHealthy();
        });

    [Theory]
    [InlineData("absent", Quality.NotPresent)]
    [InlineData("never-ready", Quality.Timeout)]
    [InlineData("power-on-value", Quality.PowerOn)]
    [InlineData("out-of-range", Quality.OutOfRange)]
    [InlineData("calibration-ones", Quality.NotCalibrated)]
    [InlineData("calibration-zeros", Quality.NotCalibrated)]
    [InlineData("nvm-busy", Quality.Timeout)]
    public void FaultIsToldAndEndsByItself(string fault, Quality expected)
    {
        _bench.Run(3 * Parts.PeriodMs);
        AssertHealthy();

        // What the chip holds is read when its power comes.
        _chip.BrownOut();
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
    public void Bmp280IsReadButForTheHumidityItHasNot()
    {
        _chip.SetFault("bmp280", true);
        _bench.Run(3 * Parts.PeriodMs);
        MetricAssert.Reads(_celsius, StepC, _sensor.Metrics[0]);
        Assert.Equal(Quality.NotPresent, _sensor.Metrics[1].Quality);
        MetricAssert.Reads(_hectopascal, StepHpa, _sensor.Metrics[2]);
    }

    [Fact]
    public void OtherChipAtTheAddressIsNotThis()
    {
        Script().Replies[0xD0] = [0x61];
        _bench.Run(2 * Parts.PeriodMs);
        MetricAssert.AllAre(Quality.NotPresent, _sensor.Metrics);
    }

    [Fact]
    public void SlowChipIsWaitedFor()
    {
        _chip.SetFault("slow", true);
        _bench.Run(2 * Parts.PeriodMs);
        AssertHealthy();
    }

    [Fact]
    public void ChipThatWasLeftMeasuringByItselfIsTakenBack()
    {
        foreach (byte value in new byte[] { 0xF2, 5, 0xF5, 0x40, 0xF4, 0xB7 })
            _ = _chip.Write(value);
        _bench.Run(2 * Parts.PeriodMs);
        AssertHealthy();
    }

    [Fact]
    public void PressureBeyondTheChipIsItsOwn()
    {
        _hectopascal = 250;
        _bench.Run(2 * Parts.PeriodMs);
        MetricAssert.Reads(_celsius, StepC, _sensor.Metrics[0]);
        MetricAssert.Reads(_humidity, StepRh, _sensor.Metrics[1]);
        Assert.Equal(Quality.OutOfRange, _sensor.Metrics[2].Quality);
    }

    [Fact]
    public void EveryFaultIsTriedHereButTheOneNobodyCanSee() =>
        Assert.Equal(
            [
                "absent", "bmp280", "never-ready", "power-on-value", "out-of-range", "calibration-ones", "calibration-zeros", "slow",
                "nvm-busy", "stuck",
            ],
            _chip.FaultNames);

    [Fact]
    public void BrownOutAtAnyMomentNeverBringsAWrongValue() => Cases.ForAll(
        Gen.Choose(0, 1_100),
        80,
        ms =>
        {
            _bench.After(ms, _chip.BrownOut);
            _bench.Run(Parts.PeriodMs);
            AssertRightOrNoReading();
            _bench.Run(2 * Parts.PeriodMs);
            AssertHealthy();
        });

    /// <summary>Raw values of one part make a credible temperature with the calibration of another, and a wrong one.</summary>
    [Fact]
    public void SwapForAnotherPartAtAnyMomentNeverBringsAWrongValue()
    {
        _bench.Stepped += _ => AssertRightOrNoReading();
        Cases.ForAll(
            Gen.Choose(0, 1_100),
            80,
            ms =>
            {
                _bench.After(ms, () =>
                {
                    _bench.Board.I2c[1].Detach(Parts.Bme280Address);
                    Plug(new Bme280Calibration { T1 = (ushort)(26_000 + (2 * ms)), P1 = 37_000, H2 = 340 });
                });
                _bench.Run(3 * Parts.PeriodMs);
                AssertHealthy();
            });
    }

    [Fact]
    public void AnyRegistersAreAClimateThatCanBeOrNoReading()
    {
        var script = Script();
        Cases.ForAll(
            from low in Cases.Bytes(26)
            from high in Cases.Bytes(7)
            from data in Cases.Bytes(13)
            from isSetUp in Gen.Elements(true, false)
            from id in Gen.Elements<byte>(0x60, 0x58)
            select (low, high, data, isSetUp, id),
            300,
            x =>
            {
                if (x.isSetUp)
                    (x.data[0], x.data[1], x.data[2], x.data[3]) = (1, 0, 0x4C, 0xA0);
                script.Replies[0x88] = x.low;
                script.Replies[0xD0] = [x.id];
                script.Replies[0xE1] = x.high;
                script.Replies[0xF2] = x.data;
                _bench.Run(2 * Parts.PeriodMs);
                AssertWithin(-4000, 8500, _sensor.Metrics[0]);
                AssertWithin(0, 10_000, _sensor.Metrics[1]);
                AssertWithin(30_000, 110_000, _sensor.Metrics[2]);
            });
    }

    private static void AssertWithin(long low, long high, Metric metric)
    {
        if (metric.IsOk)
            Assert.InRange(metric.Value, low, high);
    }

    private Bme280 Plug(Bme280Calibration calibration)
    {
        var chip = new Bme280(_bench.Time, () => _celsius, () => _humidity, () => _hectopascal, calibration);
        _bench.Board.I2c[1].Attach(Parts.Bme280Address, chip);
        return chip;
    }

    private WordsOnI2c Script()
    {
        var words = new WordsOnI2c();
        _bench.Board.I2c[1].Detach(Parts.Bme280Address);
        _bench.Board.I2c[1].Attach(Parts.Bme280Address, words);
        return words;
    }

    private void AssertHealthy()
    {
        MetricAssert.Reads(_celsius, StepC, _sensor.Metrics[0]);
        MetricAssert.Reads(_humidity, StepRh, _sensor.Metrics[1]);
        MetricAssert.Reads(_hectopascal, StepHpa, _sensor.Metrics[2]);
    }

    private void AssertRightOrNoReading()
    {
        MetricAssert.IsRightOrNoReading(_celsius, StepC, _sensor.Metrics[0]);
        MetricAssert.IsRightOrNoReading(_humidity, StepRh, _sensor.Metrics[1]);
        MetricAssert.IsRightOrNoReading(_hectopascal, StepHpa, _sensor.Metrics[2]);
    }
}

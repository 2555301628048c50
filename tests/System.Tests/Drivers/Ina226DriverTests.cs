using Appliance.Core.Metrics;
using Appliance.Drivers;
using Appliance.Drivers.Ina226;
using FsCheck.Fluent;
using VirtualRack.Chips;

namespace SystemTests.Drivers;

public sealed class Ina226DriverTests : IDisposable
{
    private const double StepVolts = 1.25e-3;
    private const double StepAmps = 2.5 / Parts.ShuntMicroohm;
    private const int Configuration = 0x4527;

    private readonly SensorBench _bench = new();
    private readonly Ina226 _chip;
    private readonly Ina226Sensor _sensor;
    private double _volts = 12.8;
    private double _amps = -7.5;

    public Ina226DriverTests()
    {
        _chip = new Ina226(_bench.Time, () => _volts, () => _amps, Parts.ShuntMicroohm);
        _bench.Board.I2c[1].Attach(Parts.Ina226Address, _chip);
        _sensor = _bench.Ina226();
    }

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void AnyRailIsReadToHalfAStep() => Cases.ForAll(
        from v in Gen.Choose(0, 36_000)
        from a in Gen.Choose(-40_900, 40_900)
        select (v / 1000.0, a / 1000.0),
        100,
        x =>
        {
            (_volts, _amps) = x;
            _bench.Run(2 * Parts.PeriodMs);
            AssertHealthy();
        });

    [Theory]
    [InlineData("absent", Quality.NotPresent)]
    [InlineData("refuses-writes", Quality.NotPresent)]
    [InlineData("all-ones", Quality.NotPresent)]
    [InlineData("out-of-range", Quality.OutOfRange)]
    public void FaultIsToldAndEndsByItself(string fault, Quality expected)
    {
        _bench.Run(3 * Parts.PeriodMs);
        AssertHealthy();

        _chip.SetFault(fault, true);
        _bench.Run(2 * Parts.PeriodMs);
        MetricAssert.AllAre(expected, _sensor.Metrics);

        _chip.SetFault(fault, false);
        _volts = 11.1;
        _bench.Run(2 * Parts.PeriodMs);
        AssertHealthy();
        Assert.True(_bench.Log(_sensor).LongestMicros < 50_000);
    }

    [Fact]
    public void EveryFaultIsTriedHereButTheOneNobodyCanSee() =>
        Assert.Equal(["absent", "refuses-writes", "all-ones", "stuck", "out-of-range", "slow"], _chip.FaultNames);

    [Fact]
    public void ChipThatHasNotMeasuredYetIsATimeOutAndNoZero()
    {
        _chip.SetFault("slow", true);
        _bench.Stepped += AssertNothingWrong;
        _bench.Run(200);
        MetricAssert.AllAre(Quality.Timeout, _sensor.Metrics);
        _bench.Run(2 * Parts.PeriodMs);
        AssertHealthy();
    }

    [Fact]
    public void SetUpIsReadInTimeHoweverLateTheClock()
    {
        _bench.Run(Parts.PeriodMs);
        _bench.Stepped += sensor => MetricAssert.AllAre(Quality.Ok, sensor.Metrics);
        _bench.MostLateMicros = 20_000;
        for (int i = 0; i < 200; i++)
        {
            _chip.BrownOut();
            _bench.Run(2 * Parts.PeriodMs);
            AssertHealthy();
        }
    }

    [Fact]
    public void BrownOutAtAnyMomentIsNoticedAndNeverBringsAWrongValue()
    {
        _bench.Stepped += AssertNothingWrong;
        Cases.ForAll(
            Gen.Choose(0, 1_100),
            50,
            ms =>
            {
                _bench.After(ms, _chip.BrownOut);
                _bench.Run(3 * Parts.PeriodMs);
                Assert.Equal(Configuration, Register(0));
                AssertHealthy();
            });
    }

    [Fact]
    public void AnyRegistersAreAValueOrAQuality()
    {
        var words = new WordsOnI2c();
        _bench.Board.I2c[1].Detach(Parts.Ina226Address);
        _bench.Board.I2c[1].Attach(Parts.Ina226Address, words);
        Cases.ForAll(
            from registers in Cases.Bytes(4)
            from flags in Cases.Bytes(2)
            from isSetUp in Gen.Elements(true, true, false)
            from isIna226 in Gen.Elements(true, false)
            select (registers, flags, isSetUp, isIna226),
            200,
            x =>
            {
                words.Replies[0x00] = x.isSetUp ? [0x45, 0x27] : x.registers[2..];
                words.Replies[0x01] = x.registers[..2];
                words.Replies[0x02] = x.registers[2..];
                words.Replies[0x06] = x.flags;
                words.Replies[0xFE] = x.isIna226 ? [0x54, 0x49] : x.flags;
                _bench.Run(Parts.PeriodMs);
                AssertSensible(x.registers, x.flags, x.isSetUp);
            });
    }

    private void AssertSensible(byte[] registers, byte[] flags, bool isSetUp)
    {
        if (!isSetUp)
        {
            MetricAssert.AllAre(Quality.NotPresent, _sensor.Metrics);
        }
        else if ((flags[1] & 0x08) == 0)
        {
            MetricAssert.AllAre(Quality.Timeout, _sensor.Metrics);
        }
        else
        {
            int bus = (registers[2] << 8) | registers[3];
            short shunt = (short)((registers[0] << 8) | registers[1]);
            Assert.Equal(bus <= 28_800 ? Quality.Ok : Quality.OutOfRange, _sensor.Metrics[0].Quality);
            MetricAssert.IsRightOrNoReading(bus * StepVolts, 0, _sensor.Metrics[0]);
            MetricAssert.IsRightOrNoReading(shunt * StepAmps, 0, _sensor.Metrics[1]);
        }
    }

    private void AssertNothingWrong(Sensor sensor)
    {
        MetricAssert.IsRightOrNoReading(_volts, StepVolts, sensor.Metrics[0]);
        MetricAssert.IsRightOrNoReading(_amps, StepAmps, sensor.Metrics[1]);
    }

    private void AssertHealthy()
    {
        MetricAssert.Reads(_volts, StepVolts, _sensor.Metrics[0]);
        MetricAssert.Reads(_amps, StepAmps, _sensor.Metrics[1]);

        // Power is a product: each factor's half step, weighed with the other factor.
        double doubt = 2 * ((StepVolts * Math.Abs(_amps)) + (StepAmps * _volts) + 1e-3);
        MetricAssert.Reads(_volts * _amps, doubt, _sensor.Metrics[2]);
    }

    private int Register(byte register)
    {
        _chip.Start(read: false);
        _chip.Write(register);
        _chip.Start(read: true);
        return (_chip.Read() << 8) | _chip.Read();
    }
}

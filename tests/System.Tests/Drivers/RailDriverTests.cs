using Appliance.Core.Metrics;
using Appliance.Drivers;
using FsCheck.Fluent;
using VirtualBoard.Buses;
using VirtualRack.Chips;

namespace SystemTests.Drivers;

/// <summary>What holds for each of the INA chips that measure a DC rail.</summary>
public abstract class RailDriverTests : IDisposable
{
    private protected const int Address = Parts.Ina226Address;

    private static readonly string[] CommonFaults =
        ["absent", "refuses-writes", "all-ones", "stuck", "out-of-range", "slow", "never-ready"];

    private protected SensorBench Bench { get; } = new();

    /// <summary>One count of the bus voltage, in volts.</summary>
    private protected abstract double StepVolts { get; }

    /// <summary>One count of the shunt voltage, in amperes of the shunt of the tests.</summary>
    private protected abstract double StepAmps { get; }

    private protected abstract double MostVolts { get; }

    private protected abstract double MostAmps { get; }

    private protected abstract Chip Chip { get; }

    private protected abstract RailSensor Sensor { get; }

    /// <summary>Faults of this chip alone.</summary>
    private protected virtual string[] OwnFaults => [];

    private protected double Volts { get; set; } = 12.8;

    private protected double Amps { get; set; } = -7.5;

    private IEnumerable<Metric> Rail => Sensor.Metrics.Take(3);

    public void Dispose()
    {
        Bench.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void AnyRailIsReadToHalfAStep() => Cases.ForAll(
        from v in Gen.Choose(0, (int)(MostVolts * 1000))
        from a in Gen.Choose((int)(-MostAmps * 1000), (int)(MostAmps * 1000))
        select (v / 1000.0, a / 1000.0),
        100,
        x =>
        {
            (Volts, Amps) = x;
            Bench.Run(2 * Parts.PeriodMs);
            AssertHealthy();
        });

    [Theory]
    [InlineData("absent", Quality.NotPresent)]
    [InlineData("refuses-writes", Quality.NotPresent)]
    [InlineData("all-ones", Quality.NotPresent)]
    [InlineData("out-of-range", Quality.OutOfRange)]
    [InlineData("never-ready", Quality.Timeout)]
    public void FaultIsToldAndEndsByItself(string fault, Quality expected)
    {
        Bench.Run(3 * Parts.PeriodMs);
        AssertHealthy();

        Chip.SetFault(fault, true);
        Bench.Run(2 * Parts.PeriodMs);
        MetricAssert.AllAre(expected, Rail);

        Chip.SetFault(fault, false);
        Volts = 11.1;
        Bench.Run(2 * Parts.PeriodMs);
        AssertHealthy();
        Assert.True(Bench.Log(Sensor).LongestMicros < 50_000);
    }

    [Fact]
    public void EveryFaultIsTriedHereButTheOneNobodyCanSee() => Assert.Equal([.. CommonFaults, .. OwnFaults], Chip.FaultNames);

    [Fact]
    public void ChipThatHasNotMeasuredYetIsATimeOutAndNoZero()
    {
        Chip.SetFault("slow", true);
        Bench.Stepped += AssertNothingWrong;
        Bench.Run(200);
        MetricAssert.AllAre(Quality.Timeout, Sensor.Metrics);
        Bench.Run(2 * Parts.PeriodMs);
        AssertHealthy();
    }

    [Fact]
    public void SetUpIsReadInTimeHoweverLateTheClock()
    {
        Bench.Run(Parts.PeriodMs);
        Bench.Stepped += sensor => MetricAssert.AllAre(Quality.Ok, sensor.Metrics);
        Bench.MostLateMicros = 20_000;
        for (int i = 0; i < 200; i++)
        {
            Chip.BrownOut();
            Bench.Run(2 * Parts.PeriodMs);
            AssertHealthy();
        }
    }

    [Fact]
    public void BrownOutAtAnyMomentIsNoticedAndNeverBringsAWrongValue()
    {
        Bench.Stepped += AssertNothingWrong;
        Cases.ForAll(
            Gen.Choose(0, 1_100),
            50,
            ms =>
            {
                Bench.After(ms, Chip.BrownOut);
                Bench.Run(3 * Parts.PeriodMs);
                AssertHealthy();
            });
    }

    [Fact]
    public void BrownOutBetweenTwoTransfersOfAReadingNeverBringsAWrongValue()
    {
        Bench.Run(2 * Parts.PeriodMs);
        Bench.Stepped += AssertNothingWrong;
        var watched = new CutBetweenReads((II2cSlave)Chip, Chip.BrownOut);
        Bench.Board.I2c[1].Detach(Address);
        Bench.Board.I2c[1].Attach(Address, watched);
        for (int reads = 0; reads < 6; reads++)
        {
            watched.ReadsLeft = reads;
            Bench.Run(3 * Parts.PeriodMs);
            Assert.True(watched.ReadsLeft < 0);
            AssertHealthy();
        }
    }

    [Fact]
    public void HotPlugIsBackWithinTwoPeriods() => Cases.ForAll(
        Gen.Choose(100, 3_000),
        20,
        ms =>
        {
            Chip.SetFault("absent", true);
            Bench.Run(ms);
            Chip.SetFault("absent", false);
            Bench.Run(2 * Parts.PeriodMs);
            AssertHealthy();
        });

    private protected void AssertNothingWrong(Sensor sensor)
    {
        MetricAssert.IsRightOrNoReading(Volts, StepVolts, sensor.Metrics[0]);
        MetricAssert.IsRightOrNoReading(Amps, StepAmps, sensor.Metrics[1]);
    }

    private protected virtual void AssertHealthy()
    {
        MetricAssert.Reads(Volts, StepVolts, Sensor.Metrics[0]);
        MetricAssert.Reads(Amps, StepAmps, Sensor.Metrics[1]);

        // Power is a product: each factor's half step, weighed with the other factor.
        double doubt = 2 * (((StepVolts + 1e-3) * Math.Abs(Amps)) + ((StepAmps + 1e-3) * Volts) + 1e-3);
        MetricAssert.Reads(Volts * Amps, doubt, Sensor.Metrics[2]);
    }
}

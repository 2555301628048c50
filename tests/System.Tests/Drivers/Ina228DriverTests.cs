using Appliance.Core.Metrics;
using Appliance.Drivers;
using FsCheck.Fluent;
using VirtualRack.Chips;

namespace SystemTests.Drivers;

public sealed class Ina228DriverTests : RailDriverTests
{
    private double _celsius = 41.3;

    public Ina228DriverTests()
    {
        Chip = new Ina228(Bench.Time, () => Volts, () => Amps, () => _celsius, Parts.ShuntMicroohm);
        Bench.Board.I2c[1].Attach(Address, (Ina228)Chip);
        Sensor = Bench.Ina228();
    }

    private protected override double StepVolts => 195.3125e-6;

    private protected override double StepAmps => 0.3125 / Parts.ShuntMicroohm;

    private protected override double MostVolts => 85;

    private protected override double MostAmps => 81.9;

    private protected override Chip Chip { get; }

    private protected override RailSensor Sensor { get; }

    private protected override string[] OwnFaults => ["wrong-id", "memory-error"];

    [Fact]
    public void DieIsReadToHalfAStep() => Cases.ForAll(
        Gen.Choose(-39_900, 149_900),
        50,
        millis =>
        {
            _celsius = millis / 1000.0;
            Bench.Run(2 * Parts.PeriodMs);
            AssertHealthy();
        });

    [Fact]
    public void MemoryThatFailsItsCheckSumIsTold()
    {
        Chip.SetFault("memory-error", true);
        Bench.Run(2 * Parts.PeriodMs);
        MetricAssert.AllAre(Quality.Checksum, Sensor.Metrics);
        Chip.SetFault("memory-error", false);
        Bench.Run(2 * Parts.PeriodMs);
        AssertHealthy();
    }

    [Fact]
    public void AnotherPartIsNotTakenForIt()
    {
        Chip.SetFault("wrong-id", true);
        Bench.Run(2 * Parts.PeriodMs);
        MetricAssert.AllAre(Quality.NotPresent, Sensor.Metrics);
        Chip.SetFault("wrong-id", false);
        Bench.Run(2 * Parts.PeriodMs);
        AssertHealthy();
    }

    [Fact]
    public void RangeThatAnotherMasterLeftIsUndone()
    {
        var chip = (Ina228)Chip;
        chip.Start(read: false);
        Assert.True(chip.Write(0x00) && chip.Write(0x00) && chip.Write(0x10));
        chip.Start(read: false);
        Assert.True(chip.Write(0x01) && chip.Write(0xFB) && chip.Write(0x6A));
        Bench.Run(2 * Parts.PeriodMs);
        AssertHealthy();
    }

    [Fact]
    public void AnyRegistersAreAValueOrAQuality()
    {
        Bench.Run(Parts.PeriodMs);
        var words = Bench.Script(Address);
        words.Replies[0x01] = [0xFB, 0x6A];
        Cases.ForAll(
            Cases.Bytes(10),
            200,
            x =>
            {
                words.Replies[0x0B] = x[..2];
                words.Replies[0x04] = x[2..5];
                words.Replies[0x05] = x[5..8];
                words.Replies[0x06] = x[8..];
                Bench.Run(Parts.PeriodMs);
                AssertSensible(x);
            });
    }

    private protected override void AssertHealthy()
    {
        base.AssertHealthy();
        MetricAssert.Reads(_celsius, 7.8125e-3, Sensor.Metrics[3]);
    }

    private void AssertSensible(byte[] x)
    {
        if ((x[1] & 3) != 3)
        {
            MetricAssert.AllAre((x[1] & 1) == 0 ? Quality.Checksum : Quality.Timeout, Sensor.Metrics);
            return;
        }

        int shunt = (((sbyte)x[2] << 16) | (x[3] << 8) | x[4]) >> 4;
        int bus = ((x[5] << 16) | (x[6] << 8) | x[7]) >> 4;
        double celsius = (short)((x[8] << 8) | x[9]) * 7.8125e-3;
        Assert.Equal(bus <= 435_200 ? Quality.Ok : Quality.OutOfRange, Sensor.Metrics[0].Quality);
        MetricAssert.IsRightOrNoReading(bus * StepVolts, 0, Sensor.Metrics[0]);
        MetricAssert.IsRightOrNoReading(shunt * StepAmps, 0, Sensor.Metrics[1]);
        MetricAssert.IsRightOrNoReading(celsius, 0, Sensor.Metrics[3]);
    }
}

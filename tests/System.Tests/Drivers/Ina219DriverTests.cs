using Appliance.Core.Metrics;
using Appliance.Drivers;
using FsCheck.Fluent;
using VirtualRack.Chips;

namespace SystemTests.Drivers;

public sealed class Ina219DriverTests : RailDriverTests
{
    public Ina219DriverTests()
    {
        Chip = new Ina219(Bench.Time, () => Volts, () => Amps, Parts.ShuntMicroohm);
        Bench.Board.I2c[1].Attach(Address, (Ina219)Chip);
        Sensor = Bench.Ina219();
    }

    private protected override double StepVolts => 4e-3;

    private protected override double StepAmps => 10.0 / Parts.ShuntMicroohm;

    private protected override double MostVolts => 26;

    private protected override double MostAmps => 159.9;

    private protected override Chip Chip { get; }

    private protected override RailSensor Sensor { get; }

    [Fact]
    public void AnotherPartAtItsAddressIsNotTakenForIt()
    {
        Bench.Board.I2c[1].Detach(Address);
        Bench.Board.I2c[1].Attach(Address, new Ina226(Bench.Time, () => Volts, () => Amps, Parts.ShuntMicroohm));
        Bench.Run(2 * Parts.PeriodMs);
        MetricAssert.AllAre(Quality.NotPresent, Sensor.Metrics);
    }

    [Fact]
    public void AnyRegistersAreAValueOrAQuality()
    {
        Bench.Run(Parts.PeriodMs);
        var words = Bench.Script(Address);
        words.Replies[0x00] = [0x3E, 0xEF];
        Cases.ForAll(
            Cases.Bytes(4),
            200,
            x =>
            {
                words.Replies[0x01] = x[..2];
                words.Replies[0x02] = x[2..];
                Bench.Run(Parts.PeriodMs);
                AssertSensible((short)((x[0] << 8) | x[1]), (x[2] << 8) | x[3]);
            });
    }

    private void AssertSensible(short shunt, int bus)
    {
        if ((bus & 2) == 0)
        {
            MetricAssert.AllAre(Quality.Timeout, Sensor.Metrics);
            return;
        }

        Assert.Equal(bus >> 3 <= 6500 ? Quality.Ok : Quality.OutOfRange, Sensor.Metrics[0].Quality);
        Assert.Equal((bus & 1) != 0 || shunt is >= 32_000 or <= -32_000, Sensor.Metrics[1].Quality == Quality.OutOfRange);
        MetricAssert.IsRightOrNoReading((bus >> 3) * StepVolts, 0, Sensor.Metrics[0]);
        MetricAssert.IsRightOrNoReading(shunt * StepAmps, 0, Sensor.Metrics[1]);
    }
}

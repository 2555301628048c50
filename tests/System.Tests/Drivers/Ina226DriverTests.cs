using Appliance.Core.Metrics;
using Appliance.Drivers;
using FsCheck.Fluent;
using VirtualRack.Chips;

namespace SystemTests.Drivers;

public sealed class Ina226DriverTests : RailDriverTests
{
    public Ina226DriverTests()
    {
        Chip = new Ina226(Bench.Time, () => Volts, () => Amps, Parts.ShuntMicroohm);
        Bench.Board.I2c[1].Attach(Address, (Ina226)Chip);
        Sensor = Bench.Ina226();
    }

    private protected override double StepVolts => 1.25e-3;

    private protected override double StepAmps => 2.5 / Parts.ShuntMicroohm;

    private protected override double MostVolts => 36;

    private protected override double MostAmps => 40.9;

    private protected override Chip Chip { get; }

    private protected override RailSensor Sensor { get; }

    [Fact]
    public void AnyRegistersAreAValueOrAQuality()
    {
        Bench.Run(Parts.PeriodMs);
        var words = Bench.Script(Address);
        Cases.ForAll(
            from registers in Cases.Bytes(4)
            from flags in Cases.Bytes(2)
            from isSetUp in Gen.Elements(true, true, false)
            select (registers, flags, isSetUp),
            200,
            x =>
            {
                words.Replies[0x00] = [0x45, 0x27];
                words.Replies[0xFE] = [0x54, 0x49];
                words.Replies[0x06] = [0, 0];
                Bench.Run(2 * Parts.PeriodMs);
                MetricAssert.AllAre(Quality.Timeout, Sensor.Metrics);

                words.Replies[0x00] = x.isSetUp ? [0x45, 0x27] : x.registers[2..];
                words.Replies[0x01] = x.registers[..2];
                words.Replies[0x02] = x.registers[2..];
                words.Replies[0x06] = x.flags;
                words.Replies[0xFE] = x.flags;
                Bench.Run(Parts.PeriodMs);
                AssertSensible(x.registers, x.flags, x.isSetUp);
            });
    }

    private void AssertSensible(byte[] registers, byte[] flags, bool isSetUp)
    {
        if (!isSetUp)
        {
            MetricAssert.AllAre(Quality.NotPresent, Sensor.Metrics);
        }
        else if ((flags[1] & 0x08) == 0)
        {
            MetricAssert.AllAre(Quality.Timeout, Sensor.Metrics);
        }
        else
        {
            int bus = (registers[2] << 8) | registers[3];
            short shunt = (short)((registers[0] << 8) | registers[1]);
            Assert.Equal(bus <= 28_800 ? Quality.Ok : Quality.OutOfRange, Sensor.Metrics[0].Quality);
            MetricAssert.IsRightOrNoReading(bus * StepVolts, 0, Sensor.Metrics[0]);
            MetricAssert.IsRightOrNoReading(shunt * StepAmps, 0, Sensor.Metrics[1]);
        }
    }
}

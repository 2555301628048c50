using Appliance.Core.Metrics;
using Appliance.Drivers;
using VirtualRack.Chips;

namespace SystemTests.Drivers;

/// <summary>Sensors of all kinds side by side: what happens to one bus is told by its own sensors alone.</summary>
public sealed class BusTests : IDisposable
{
    private readonly SensorBench _bench = new();
    private readonly Sensor[] _onI2c;
    private readonly Sensor[] _elsewhere;

    public BusTests()
    {
        var board = _bench.Board;
        var time = _bench.Time;
        byte[] rom = Ds18b20.RomOf(0x0BAD_CAFE);
        board.I2c[1].Attach(Parts.Sht4xAddress, new Sht4x(time, () => 21, () => 50));
        board.I2c[1].Attach(Parts.Ina226Address, new Ina226(time, () => 12, () => 3, Parts.ShuntMicroohm));
        board.OneWire.Attach(new Ds18b20(time, rom, () => 25));
        board.Serial[2].Peer = new Pzem004t(time, () => new AcReading(230, 1, 220, 5, 50, 0.95));
        _ = new FanTach(time, board.Pins[SensorBench.FanPin], micros => micros / 50_000.0);
        _ = new DryContact(time, board.Pins[SensorBench.ContactPin], normallyClosed: true);
        _onI2c = [_bench.Sht4x(), _bench.Ina226()];
        _elsewhere =
        [
            _bench.Pzem004t(_bench.ModbusPort()), _bench.Fan(2), _bench.Contact(highIsOne: true, holdMs: 30), _bench.Ds18b20(rom),
        ];
    }

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void StuckI2cCostsItsOwnReadingsAndATransferAStep()
    {
        _bench.Run(3 * Parts.PeriodMs);
        AssertAll(Quality.Ok, _onI2c);
        AssertAll(Quality.Ok, _elsewhere);

        _bench.Board.I2c[1].IsStuck = true;
        foreach (var sensor in _elsewhere)
            _bench.Log(sensor).Clear();
        _bench.Run(20 * Parts.PeriodMs);
        AssertAll(Quality.BusShorted, _onI2c);
        AssertAll(Quality.Ok, _elsewhere);
        Assert.All(_onI2c, s => Assert.InRange(_bench.Log(s).LongestMicros, 1_000_000, 1_050_000));
        Assert.All(_elsewhere, s => Assert.InRange(_bench.Log(s).Steps, 5, int.MaxValue));
        Assert.All(_elsewhere, s => Assert.InRange(_bench.Log(s).LongestMicros, 0, 50_000));

        _bench.Board.I2c[1].IsStuck = false;
        _bench.Run(2 * Parts.PeriodMs);
        AssertAll(Quality.Ok, _onI2c);
    }

    [Fact]
    public void ShortOn1WireIsNothingToTheOthers()
    {
        _bench.Run(3 * Parts.PeriodMs);
        _bench.Board.OneWire.IsShorted = true;
        _bench.Stepped += AssertUndisturbed;
        _bench.Run(5 * Parts.PeriodMs);
        MetricAssert.AllAre(Quality.BusShorted, _elsewhere[^1].Metrics);
    }

    [Fact]
    public void HealthyStepsAreShort()
    {
        _bench.Run(10 * Parts.PeriodMs);
        Assert.All([.. _onI2c, .. _elsewhere], s => Assert.InRange(_bench.Log(s).LongestMicros, 0, 50_000));
    }

    private static void AssertAll(Quality quality, Sensor[] sensors) =>
        MetricAssert.AllAre(quality, sensors.SelectMany(s => s.Metrics));

    private void AssertUndisturbed(Sensor sensor)
    {
        if (sensor != _elsewhere[^1])
            MetricAssert.AllAre(Quality.Ok, sensor.Metrics);
    }
}

using Appliance.Core.Metrics;
using Appliance.Drivers;
using Appliance.Drivers.Modbus;
using VirtualRack.Chips;
using VirtualRack.Wiring;

namespace SystemTests.Drivers;

/// <summary>Two meters share two wires: what goes wrong with one is its own.</summary>
public sealed class ModbusLineTests : IDisposable
{
    private const byte OtherAddress = 2;

    private static readonly AcReading Mains = new(231.4, 3.217, 702.3, 12_345, 50, 0.94);

    private readonly SensorBench _bench = new();
    private readonly HashSet<long> _readings = [];
    private readonly Pzem004t _chip;
    private readonly ModbusPort _port;
    private readonly Sensor _sensor;
    private readonly Sensor _other;

    public ModbusLineTests()
    {
        var line = new SharedSerialLine();
        _chip = new Pzem004t(_bench.Time, () => Mains);
        line.Join(_chip);
        line.Join(new Pzem004t(_bench.Time, () => Mains with { Volts = 219.9 }, OtherAddress));
        _bench.Board.Serial[2].Peer = line;
        _port = _bench.ModbusPort();
        _sensor = _bench.Pzem004t(_port);
        _other = _bench.Pzem004t(_port, OtherAddress);
    }

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void EachReadsItsOwn()
    {
        _bench.Run(3 * Parts.PeriodMs);
        MetricAssert.Reads(231.4, 0, _sensor.Metrics[0]);
        MetricAssert.Reads(219.9, 0, _other.Metrics[0]);
    }

    [Theory]
    [InlineData("absent", Quality.Timeout)]
    [InlineData("crc-error", Quality.Checksum)]
    [InlineData("late-reply", Quality.Timeout)]
    [InlineData("garbage", Quality.Ok)]
    [InlineData("truncated", Quality.Timeout)]
    [InlineData("wrong-address", Quality.Checksum)]
    [InlineData("slave-failure", Quality.OutOfRange)]
    [InlineData("stuck", Quality.Ok)]
    [InlineData("out-of-range", Quality.OutOfRange)]
    [InlineData("echo", Quality.Ok)]
    [InlineData("babble", Quality.Checksum)]
    public void FaultOfOneCostsTheOtherNoReading(string fault, Quality expected)
    {
        const int Periods = 10;
        _bench.Run(3 * Parts.PeriodMs);
        _chip.SetFault(fault, true);
        _bench.Stepped += AssertOtherIsRight;
        _bench.Run(Periods * Parts.PeriodMs);
        MetricAssert.AllAre(expected, _sensor.Metrics);
        Assert.InRange(_readings.Count, Periods - 1, Periods + 1);
    }

    [Fact]
    public void LineIsGivenBackWhenSendingThrows()
    {
        _bench.Board.Run(_port.Dispose);
        ThrowsAndGivesBack(0);
    }

    [Fact]
    public void LineIsGivenBackWhenCollectingThrows()
    {
        _bench.Board.Run(() => _sensor.Step(0));
        Assert.False(_bench.Board.Run(() => _port.TryTake(1_000)));
        _bench.Time.RunFor(TimeSpan.FromMilliseconds(200));
        _bench.Board.Run(_port.Dispose);
        for (int i = 0; i < 3; i++)
            ThrowsAndGivesBack(1_000 + i);
    }

    [Fact]
    public void FramesArePartedByTheSilenceThatSlavesNeed()
    {
        Assert.True(_bench.Board.Run(() => _port.TryTake(1_000)));
        _bench.Board.Run(() => _port.Release(1_000));
        Assert.False(_bench.Board.Run(() => _port.TryTake(1_019)));
        Assert.True(_bench.Board.Run(() => _port.TryTake(1_020)));
    }

    private void ThrowsAndGivesBack(long now)
    {
        Assert.ThrowsAny<Exception>(() => _bench.Board.Run(() => _sensor.Step(now)));
        Assert.True(_bench.Board.Run(() => _port.TryTake(now + 20)));
        _bench.Board.Run(() => _port.Release(0));
    }

    private void AssertOtherIsRight(Sensor sensor)
    {
        if (sensor != _other)
            return;
        MetricAssert.AllAre(Quality.Ok, _other.Metrics);
        MetricAssert.Reads(219.9, 0, _other.Metrics[0]);
        _readings.Add(_other.Metrics[0].Time);
    }
}

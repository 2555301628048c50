using Appliance.Core.Metrics;
using Appliance.Drivers;
using Appliance.Drivers.Modbus;
using Appliance.Drivers.Pzem004t;
using FsCheck.Fluent;
using VirtualRack.Chips;
using Frame = VirtualRack.Chips.ModbusFrame;

namespace SystemTests.Drivers;

public sealed class Pzem004tDriverTests : IDisposable
{
    private readonly SensorBench _bench = new();
    private readonly Pzem004t _chip;
    private readonly ModbusPort _port;
    private readonly Pzem004tSensor _sensor;
    private AcReading _mains = new(231.4, 3.217, 702.3, 12_345, 50, 0.94);

    public Pzem004tDriverTests()
    {
        _chip = new Pzem004t(_bench.Time, () => _mains);
        _bench.Board.Serial[2].Peer = _chip;
        _port = _bench.ModbusPort();
        _sensor = _bench.Pzem004t(_port);
    }

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void AnyMainsAreReadToHalfAStep() => Cases.ForAll(
        from v in Gen.Choose(80_000, 260_000)
        from a in Gen.Choose(0, 100_000_000)
        from w in Gen.Choose(0, 2_600_000)
        from wh in Gen.Choose(0, 9_999_990)
        from hz in Gen.Choose(4500, 6500)
        from pf in Gen.Choose(0, 1000)
        select new AcReading(v / 1e3, a / 1e6, w / 1e2, wh, hz / 1e2, pf / 1e3),
        100,
        mains =>
        {
            _mains = mains;
            _bench.Run(2 * Parts.PeriodMs);
            AssertHealthy(_sensor);
            Assert.True(_bench.Log(_sensor).LongestMicros < 50_000);
        });

    [Theory]
    [InlineData("absent", Quality.Timeout)]
    [InlineData("crc-error", Quality.Checksum)]
    [InlineData("late-reply", Quality.Timeout)]
    [InlineData("babble", Quality.Checksum)]
    [InlineData("truncated", Quality.Timeout)]
    [InlineData("wrong-address", Quality.Checksum)]
    [InlineData("slave-failure", Quality.OutOfRange)]
    [InlineData("out-of-range", Quality.OutOfRange)]
    public void FaultIsToldAndEndsByItself(string fault, Quality expected)
    {
        _bench.Run(3 * Parts.PeriodMs);
        AssertHealthy(_sensor);

        _chip.SetFault(fault, true);
        _bench.Run(2 * Parts.PeriodMs);
        MetricAssert.AllAre(expected, _sensor.Metrics);

        _chip.SetFault(fault, false);
        _mains = _mains with { Volts = 219.9 };
        _bench.Run(2 * Parts.PeriodMs);
        AssertHealthy(_sensor);
        Assert.True(_bench.Log(_sensor).LongestMicros < 50_000);
    }

    [Fact]
    public void EveryFaultIsTriedHereButTheOneNobodyCanSee() =>
        Assert.Equal(
            [
                "absent", "crc-error", "late-reply", "garbage", "truncated", "wrong-address", "slave-failure", "stuck",
                "out-of-range", "echo", "babble",
            ],
            _chip.FaultNames);

    [Theory]
    [InlineData("garbage")]
    [InlineData("echo")]
    public void WhatStandsBeforeTheReplyIsPassedOver(string fault)
    {
        _chip.SetFault(fault, true);
        _bench.Run(3 * Parts.PeriodMs);
        AssertHealthy(_sensor);
    }

    [Fact]
    public void SilenceIsABlackoutIfTheMainsAreKnownToBeOff()
    {
        var presence = _bench.Presence();
        var sensor = _bench.Pzem004t(_port, 1, presence);
        _bench.Run(2 * Parts.PeriodMs);
        AssertHealthy(sensor);

        _mains = default;
        _bench.Run(2 * Parts.PeriodMs);
        MetricAssert.AllAre(Quality.Timeout, sensor.Metrics);
        presence.Set(0, 0);
        _bench.Run(2 * Parts.PeriodMs);
        MetricAssert.AllAre(Quality.Blackout, sensor.Metrics);
        MetricAssert.AllAre(Quality.Timeout, _sensor.Metrics);
        presence.Set(1, 0);
        _bench.Run(2 * Parts.PeriodMs);
        MetricAssert.AllAre(Quality.Timeout, sensor.Metrics);
    }

    [Fact]
    public void FaultInABlackoutKeepsItsName()
    {
        var presence = _bench.Presence();
        var sensor = _bench.Pzem004t(_port, 1, presence);
        presence.Set(0, 0);
        _chip.SetFault("crc-error", true);
        _bench.Run(2 * Parts.PeriodMs);
        MetricAssert.AllAre(Quality.Checksum, sensor.Metrics);
    }

    [Fact]
    public void AnyDelayIsAReadingOrATimeOutAndNeverAnEarlierAnswer() => Cases.ForAll(
        Gen.Choose(5, 1_500),
        60,
        delay =>
        {
            _chip.ReplyDelay = TimeSpan.FromMilliseconds(delay);
            _bench.Run(3 * Parts.PeriodMs);
            _mains = _mains with { Volts = _mains.Volts > 250 ? 100 : _mains.Volts + 5 };
            _chip.ReplyDelay = TimeSpan.FromMilliseconds(20);
            _bench.Run(2 * Parts.PeriodMs);
            AssertHealthy(_sensor);
        });

    [Fact]
    public void AnyAnswerIsAReadingOrAQuality()
    {
        var far = new BytesOnSerial(_bench.Time);
        _bench.Board.Serial[2].Peer = far;
        Cases.ForAll(
            from length in Gen.Choose(0, 300)
            from bytes in Cases.Bytes(length)
            from registers in Cases.Bytes(20)
            from kind in Gen.Choose(0, 3)
            select (bytes, registers, kind),
            200,
            x =>
            {
                far.Reply = x.kind switch
                {
                    0 => Frame.Seal([1, 4, 20, .. x.registers]),
                    1 => Frame.Seal([1, 0x84, x.registers[0]]),
                    2 => [1, 4, 20, .. x.bytes],
                    _ => x.bytes,
                };
                _bench.Run(Parts.PeriodMs);
                Assert.Contains(_sensor.Metrics[0].Quality, Possible(x.kind));
                if (_sensor.Metrics[0].IsOk)
                    Assert.InRange(_sensor.Metrics[0].Value, 0, 4000);
            });
    }

    private static Quality[] Possible(int kind) => kind switch
    {
        0 => [Quality.Ok, Quality.OutOfRange],
        1 => [Quality.OutOfRange],
        _ => [Quality.Checksum, Quality.Timeout],
    };

    private void AssertHealthy(Sensor sensor)
    {
        MetricAssert.Reads(_mains.Volts, 0, sensor.Metrics[0]);
        MetricAssert.Reads(_mains.Amps, 0, sensor.Metrics[1]);
        MetricAssert.Reads(_mains.Watts, 0, sensor.Metrics[2]);
        MetricAssert.Reads(_mains.WattHours, 0, sensor.Metrics[3]);
        MetricAssert.Reads(_mains.Hertz, 0, sensor.Metrics[4]);
        MetricAssert.Reads(_mains.PowerFactor, 0, sensor.Metrics[5]);
    }
}

using System.IO.Ports;
using Appliance.Core.Metrics;
using Appliance.Drivers;
using Appliance.Drivers.Modbus;
using Appliance.Drivers.Pzem017;
using FsCheck.Fluent;
using VirtualRack.Chips;
using Frame = VirtualRack.Chips.ModbusFrame;

namespace SystemTests.Drivers;

public sealed class Pzem017DriverTests : IDisposable
{
    private const int ShuntAmps = 200;

    private readonly SensorBench _bench = new();
    private readonly Pzem017 _chip;
    private readonly ModbusPort _port;
    private readonly Pzem017Sensor _sensor;
    private DcReading _feed = new(53.97, 8.5, 1_234);

    public Pzem017DriverTests()
    {
        _chip = new Pzem017(_bench.Time, () => _feed, shuntAmps: ShuntAmps);
        _bench.Board.Serial[2].Peer = _chip;
        _port = _bench.ModbusPort(StopBits.Two);
        _sensor = _bench.Pzem017(_port, ShuntAmps);
    }

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void AnyFeedIsReadToHalfAStep() => Cases.ForAll(
        from v in Gen.Choose(7_000, 300_000)
        from a in Gen.Choose(0, 300_000)
        from wh in Gen.Choose(0, 9_999_990)
        select new DcReading(v / 1e3, a / 1e3, wh),
        100,
        feed =>
        {
            _feed = feed;
            _bench.Run(2 * Parts.PeriodMs);
            AssertHealthy(_sensor);
            Assert.True(_bench.Log(_sensor).LongestMicros < 50_000);
        });

    [Fact]
    public void FirstReadingComesWithinThePeriod()
    {
        _bench.Run(Parts.PeriodMs);
        AssertHealthy(_sensor);
    }

    [Theory]
    [InlineData("absent", Quality.Timeout)]
    [InlineData("crc-error", Quality.Checksum)]
    [InlineData("late-reply", Quality.Timeout)]
    [InlineData("truncated", Quality.Timeout)]
    [InlineData("wrong-address", Quality.Checksum)]
    [InlineData("slave-failure", Quality.OutOfRange)]
    [InlineData("out-of-range", Quality.OutOfRange)]
    [InlineData("babble", Quality.Checksum)]
    public void FaultIsToldAndEndsByItself(string fault, Quality expected)
    {
        _bench.Run(3 * Parts.PeriodMs);
        AssertHealthy(_sensor);

        _chip.SetFault(fault, true);
        _bench.Stepped += AssertNothingWrong;
        _bench.Run(1_100);
        MetricAssert.AllAre(expected, _sensor.Metrics);
        _bench.Run(2 * Parts.PeriodMs);
        Assert.DoesNotContain(_sensor.Metrics, m => m.IsOk);

        _chip.SetFault(fault, false);
        _feed = _feed with { Volts = 47.9 };
        _bench.Stepped -= AssertNothingWrong;
        _bench.Run(2 * Parts.PeriodMs);
        AssertHealthy(_sensor);
        Assert.True(_bench.Log(_sensor).LongestMicros < 50_000);
    }

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
    public void EveryFaultIsTriedHereButTheOneNobodyCanSee() =>
        Assert.Equal(
            [
                "absent", "crc-error", "late-reply", "garbage", "truncated", "wrong-address", "slave-failure", "stuck",
                "out-of-range", "echo", "babble",
            ],
            _chip.FaultNames);

    [Fact]
    public void MeterSetToAnotherShuntTellsItsVoltageAndNoCurrent()
    {
        var factorySet = new Pzem017(_bench.Time, () => _feed, shuntAmps: 100);
        _bench.Board.Serial[2].Peer = factorySet;
        _bench.Run(2 * Parts.PeriodMs);
        MetricAssert.Reads(_feed.Volts, 0, _sensor.Metrics[0]);
        MetricAssert.AllAre(Quality.NotCalibrated, _sensor.Metrics[1..]);
    }

    [Fact]
    public void MeterThatIsSetRightInOperationIsBelievedFromThenOn()
    {
        SetShunt(code: 1);
        _bench.Run(2 * Parts.PeriodMs);
        MetricAssert.AllAre(Quality.NotCalibrated, _sensor.Metrics[1..]);

        SetShunt(code: 2);
        _bench.Run(2 * Parts.PeriodMs);
        AssertHealthy(_sensor);
    }

    [Fact]
    public void MeterThatReplacesAnotherIsAskedForItsShunt()
    {
        _bench.Run(2 * Parts.PeriodMs);
        AssertHealthy(_sensor);
        _bench.Stepped += AssertNothingWrong;
        _bench.Board.Serial[2].Peer = null;
        _bench.Run(2 * Parts.PeriodMs);
        _bench.Board.Serial[2].Peer = new Pzem017(_bench.Time, () => _feed, shuntAmps: 50);
        _bench.Run(2 * Parts.PeriodMs);
        MetricAssert.AllAre(Quality.NotCalibrated, _sensor.Metrics[1..]);
    }

    [Fact]
    public void MeterWithItsOwnShuntIsNotAskedForOne()
    {
        SetShunt(code: 0);
        var sensor = _bench.Pzem017(_port, shuntAmps: 0);
        _bench.Run(2 * Parts.PeriodMs);
        MetricAssert.AllAre(Quality.Ok, sensor.Metrics);
    }

    [Fact]
    public void SilenceIsABlackoutIfTheFeedIsKnownToBeOff()
    {
        var presence = _bench.Presence();
        var sensor = _bench.Pzem017(_port, ShuntAmps, 1, presence);
        presence.Set(0, 0);
        _bench.Run(2 * Parts.PeriodMs);
        AssertHealthy(sensor);
        _feed = default;
        _chip.SetFault("echo", true);
        _bench.Run(2 * Parts.PeriodMs);
        MetricAssert.AllAre(Quality.Blackout, sensor.Metrics);
        MetricAssert.AllAre(Quality.Timeout, _sensor.Metrics);
    }

    [Fact]
    public void AnyAnswerIsAReadingOrAQuality()
    {
        var far = new BytesOnSerial(_bench.Time);
        _bench.Board.Serial[2].Peer = far;
        Cases.ForAll(
            from length in Gen.Choose(0, 300)
            from bytes in Cases.Bytes(length)
            from registers in Cases.Bytes(16)
            from kind in Gen.Choose(0, 4)
            select (bytes, registers, kind),
            200,
            x =>
            {
                // The first kind answers both questions at once, the second the one that is left when the shunt is known.
                far.Reply = x.kind switch
                {
                    0 => [.. Frame.Seal([1, 3, 2, 0, 2]), .. Frame.Seal([1, 4, 16, .. x.registers])],
                    1 => Frame.Seal([1, 4, 16, .. x.registers]),
                    2 => Frame.Seal([1, 0x84, x.registers[0]]),
                    3 => [1, 4, 16, .. x.bytes],
                    _ => x.bytes,
                };
                _bench.Run(2 * Parts.PeriodMs);
                Assert.Contains(_sensor.Metrics[0].Quality, Possible(x.kind));
                Assert.True(!_sensor.Metrics[0].IsOk || (_sensor.Metrics[0].Value <= 40_000 && _sensor.Metrics[1].Value <= 40_000));
            });
    }

    private static Quality[] Possible(int kind) => kind switch
    {
        0 => [Quality.Ok, Quality.OutOfRange],
        1 => [Quality.Ok, Quality.OutOfRange, Quality.Timeout, Quality.Checksum],
        2 => [Quality.OutOfRange, Quality.Timeout],
        _ => [Quality.Checksum, Quality.Timeout],
    };

    private void SetShunt(byte code) =>
        _bench.Board.Run(() =>
        {
            _port.Send(Frame.Seal([1, 6, 0, 3, 0, code]), 8);
            VirtualBoard.Running.Interpreter.Current.Sleep(100);
        });

    private void AssertNothingWrong(Sensor sensor)
    {
        MetricAssert.IsRightOrNoReading(_feed.Volts, 0, sensor.Metrics[0]);
        MetricAssert.IsRightOrNoReading(_feed.Amps, 0, sensor.Metrics[1]);
    }

    private void AssertHealthy(Sensor sensor)
    {
        MetricAssert.Reads(_feed.Volts, 0, sensor.Metrics[0]);
        MetricAssert.Reads(_feed.Amps, 0, sensor.Metrics[1]);
        MetricAssert.Reads(_feed.Volts * _feed.Amps, 0, sensor.Metrics[2]);
        MetricAssert.Reads(_feed.WattHours, 0, sensor.Metrics[3]);
    }
}

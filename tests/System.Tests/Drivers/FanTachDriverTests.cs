using Appliance.Core.Metrics;
using Appliance.Drivers.FanTach;
using FsCheck.Fluent;
using VirtualRack.Chips;

namespace SystemTests.Drivers;

public sealed class FanTachDriverTests : IDisposable
{
    private const int FirstPin = 32;

    private readonly SensorBench _bench = new();
    private readonly FanTach[] _chips = new FanTach[3];
    private readonly FanTachSensor[] _sensors = new FanTachSensor[3];
    private double _rpm = 1800;
    private double _turns;
    private long _turnedAt;

    /// <summary>Three tach wires of the same fan, with one, two and three pulses a turn.</summary>
    public FanTachDriverTests()
    {
        for (int i = 0; i < _chips.Length; i++)
        {
            _chips[i] = new FanTach(_bench.Time, _bench.Board.Pins[FirstPin + i], Turns, i + 1);
            _sensors[i] = _bench.Fan(i + 1, FirstPin + i);
        }
    }

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void AnySpeedIsReadToOnePulse() => Cases.ForAll(
        Gen.Choose(0, 20_000),
        100,
        rpm =>
        {
            Spin(rpm);
            _bench.Run(2 * Parts.PeriodMs);
            for (int i = 0; i < _sensors.Length; i++)
                AssertReads(rpm, i);
        });

    [Theory]
    [InlineData("absent", 0.0)]
    [InlineData("weak-pull-up", 0.5)]
    public void LostPulsesAreLostTurns(string fault, double share)
    {
        _bench.Run(2 * Parts.PeriodMs);
        _chips[1].SetFault(fault, true);
        _bench.Run(2 * Parts.PeriodMs);
        AssertReads(share * _rpm, 1);
        AssertReads(_rpm, 0);

        _chips[1].SetFault(fault, false);
        _bench.Run(2 * Parts.PeriodMs);
        AssertReads(_rpm, 1);
    }

    [Fact]
    public void ChoppedTachIsNoSpeed()
    {
        _bench.Run(2 * Parts.PeriodMs);
        foreach (var chip in _chips)
            chip.SetFault("chopped", true);
        _bench.Run(2 * Parts.PeriodMs);
        Assert.All(_sensors, s => Assert.Equal(Quality.OutOfRange, s.Metrics[0].Quality));

        foreach (var chip in _chips)
            chip.SetFault("chopped", false);
        _bench.Run(2 * Parts.PeriodMs);
        AssertReads(_rpm, 1);
    }

    [Fact]
    public void EveryFaultIsTriedHere() => Assert.Equal(["absent", "weak-pull-up", "chopped"], _chips[0].FaultNames);

    private void AssertReads(double rpm, int index) =>
        MetricAssert.Reads(rpm, 2 * 60_000.0 / (Parts.PeriodMs * (index + 1)), _sensors[index].Metrics[0]);

    private void Spin(double rpm)
    {
        long now = _bench.Time.NowMicros;
        _turns = Turns(now);
        _turnedAt = now;
        _rpm = rpm;
    }

    private double Turns(long atMicros) => _turns + (_rpm * (atMicros - _turnedAt) / 60e6);
}

using Appliance.Core.Metrics;
using FsCheck.Fluent;
using VirtualRack.Chips;

namespace SystemTests.Drivers;

public sealed class DividerDriverTests : IDisposable
{
    private const int TopOhm = 100_000;
    private const int BottomOhm = 10_000;
    private const double Ratio = 11;

    private readonly SensorBench _bench = new();
    private readonly AnalogueWires _wires;
    private readonly DividerTap _part;
    private double _volts = 12.6;

    public DividerDriverTests()
    {
        _wires = new AnalogueWires(_bench);
        _part = new DividerTap(() => _volts, TopOhm, BottomOhm);
    }

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData(AnalogueWires.Ads1115, 36_000)]
    [InlineData(AnalogueWires.Adc, 26_900)]
    public void AnyBatteryIsReadToACode(string kind, int mostMillivolts)
    {
        var sensor = _bench.Divider(_wires.Input(kind, _part), TopOhm, BottomOhm);
        Cases.ForAll(
            Gen.Choose(1_700, mostMillivolts),
            100,
            millivolts =>
            {
                _volts = millivolts / 1000.0;
                _bench.Run(2 * Parts.PeriodMs);
                MetricAssert.Reads(_volts, 2.2 * Ratio * AnalogueWires.Step(kind), sensor.Metrics[0]);
            });
    }

    [Theory]
    [InlineData(AnalogueWires.Ads1115, "absent", Quality.WireCut)]
    [InlineData(AnalogueWires.Ads1115, "shorted", Quality.WireCut)]
    [InlineData(AnalogueWires.Adc, "absent", Quality.WireCut)]
    [InlineData(AnalogueWires.Adc, "shorted", Quality.WireCut)]
    [InlineData(AnalogueWires.Adc, "bottom-open", Quality.OutOfRange)]
    public void FaultIsToldAndEndsByItself(string kind, string fault, Quality expected)
    {
        var sensor = _bench.Divider(_wires.Input(kind, _part), TopOhm, BottomOhm);
        _bench.Run(2 * Parts.PeriodMs);
        MetricAssert.Reads(12.6, 0.02, sensor.Metrics[0]);

        _part.SetFault(fault, true);
        _bench.Run(2 * Parts.PeriodMs);
        MetricAssert.AllAre(expected, sensor.Metrics);

        _part.SetFault(fault, false);
        _volts = 11.1;
        _bench.Run(2 * Parts.PeriodMs);
        MetricAssert.Reads(11.1, 0.02, sensor.Metrics[0]);
    }

    /// <summary>The diodes of the ADS1115 hold the tap at 3.6 V, within its range of 4.096 V: it looks like a high battery.</summary>
    [Fact]
    public void BrokenLowerResistorReadsHighOnAnAds1115()
    {
        var sensor = _bench.Divider(_wires.Input(AnalogueWires.Ads1115, _part), TopOhm, BottomOhm);
        _part.SetFault("bottom-open", true);
        _bench.Run(2 * Parts.PeriodMs);
        MetricAssert.Reads(3.6 * Ratio, 0.02, sensor.Metrics[0]);
    }

    [Fact]
    public void EveryFaultIsTriedHere() => Assert.Equal(["absent", "shorted", "bottom-open"], _part.FaultNames);
}

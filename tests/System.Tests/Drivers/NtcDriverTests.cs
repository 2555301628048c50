using Appliance.Core.Metrics;
using FsCheck.Fluent;
using VirtualRack.Chips;

namespace SystemTests.Drivers;

public sealed class NtcDriverTests : IDisposable
{
    private readonly SensorBench _bench = new();
    private readonly AnalogueWires _wires;
    private double _celsius = 25;

    public NtcDriverTests() => _wires = new AnalogueWires(_bench);

    public void Dispose() => _bench.Dispose();

    /// <summary>The ADC of the board is straight over a part of the divider only.</summary>
    [Theory]
    [InlineData(AnalogueWires.Ads1115, false, -28, 109)]
    [InlineData(AnalogueWires.Ads1115, true, -28, 109)]
    [InlineData(AnalogueWires.Adc, false, 4, 109)]
    [InlineData(AnalogueWires.Adc, true, -20, 51)]
    public void AnyTemperatureIsReadToHalfACode(string kind, bool isHighSide, int coldest, int hottest)
    {
        var part = new Ntc(() => _celsius, isHighSide: isHighSide);
        var sensor = _bench.Ntc(_wires.Input(kind, part), isHighSide);
        Cases.ForAll(
            Gen.Choose(coldest * 100, hottest * 100),
            100,
            hundredths =>
            {
                _celsius = hundredths / 100.0;
                double before = part.Volts(0);
                _celsius += 0.01;
                double voltsPerKelvin = Math.Abs(part.Volts(0) - before) * 100;
                _bench.Run(2 * Parts.PeriodMs);

                // A code of the board's ADC is cut off, not rounded.
                MetricAssert.Reads(_celsius, 2.2 * AnalogueWires.Step(kind) / voltsPerKelvin, sensor.Metrics[0]);
            });
    }

    [Theory]
    [InlineData(AnalogueWires.Ads1115, false, "absent", Quality.WireCut)]
    [InlineData(AnalogueWires.Ads1115, false, "shorted", Quality.WireShorted)]
    [InlineData(AnalogueWires.Ads1115, true, "absent", Quality.WireCut)]
    [InlineData(AnalogueWires.Ads1115, true, "shorted", Quality.WireShorted)]
    [InlineData(AnalogueWires.Adc, false, "absent", Quality.WireCut)]
    [InlineData(AnalogueWires.Adc, false, "shorted", Quality.WireShorted)]
    [InlineData(AnalogueWires.Adc, true, "absent", Quality.WireCut)]
    [InlineData(AnalogueWires.Adc, true, "shorted", Quality.WireShorted)]
    public void FaultOfTheWireIsToldAndEndsByItself(string kind, bool isHighSide, string fault, Quality expected)
    {
        var part = new Ntc(() => _celsius, isHighSide: isHighSide);
        var sensor = _bench.Ntc(_wires.Input(kind, part), isHighSide);
        _bench.Run(2 * Parts.PeriodMs);
        MetricAssert.Reads(25, 0.1, sensor.Metrics[0]);

        part.SetFault(fault, true);
        _bench.Run(2 * Parts.PeriodMs);
        MetricAssert.AllAre(expected, sensor.Metrics);

        part.SetFault(fault, false);
        _celsius = 31;
        _bench.Run(2 * Parts.PeriodMs);
        MetricAssert.Reads(31, 0.1, sensor.Metrics[0]);
    }

    [Fact]
    public void EveryFaultIsTriedHere() => Assert.Equal(["absent", "shorted"], new Ntc(() => 0).FaultNames);

    [Fact]
    public void MeanOfManySamplesIsQuieterThanOne()
    {
        var noise = new VirtualRack.Noise(Seed: 3, Channel: 0);
        long sample = 0;
        double Noisy(long at) => 1.65 + (0.05 * (noise.Unit(sample++) - 0.5));
        var one = _bench.Ntc(_wires.AdcInput(Noisy, channel: 0));
        var mean = _bench.Ntc(_wires.AdcInput(Noisy, channel: 1, samples: 64));
        double worstOfOne = 0;
        double worstOfMean = 0;
        for (int i = 0; i < 50; i++)
        {
            _bench.Run(Parts.PeriodMs);
            worstOfOne = Math.Max(worstOfOne, Math.Abs(one.Metrics[0].Value - 2500));
            worstOfMean = Math.Max(worstOfMean, Math.Abs(mean.Metrics[0].Value - 2500));
        }

        Assert.InRange(worstOfMean, 0, worstOfOne / 3);
        Assert.InRange(_bench.Log(mean).LongestMicros, 1, 5_000);
    }
}

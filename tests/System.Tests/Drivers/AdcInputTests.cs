using Appliance.Core.Metrics;
using FsCheck.Fluent;
using VirtualBoard.Buses;

namespace SystemTests.Drivers;

/// <summary>The ADC of the board; the sensor on top is a divider without an upper resistor, which tells the volts as they are.</summary>
public sealed class AdcInputTests : IDisposable
{
    private readonly SensorBench _bench = new();
    private readonly AnalogueWires _wires;
    private double _volts = 1;

    public AdcInputTests() => _wires = new AnalogueWires(_bench);

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    public void AnyVoltageOfTheStraightPartIsReadToACode(int samples)
    {
        var sensor = _bench.Divider(_wires.AdcInput(_ => _volts, samples: samples));
        Cases.ForAll(
            Gen.Choose(151, 2_450),
            100,
            millivolts =>
            {
                _volts = millivolts / 1000.0;
                _bench.Run(2 * Parts.PeriodMs);
                MetricAssert.Reads(_volts, 2.2 * AdcCurve.VoltsPerCode, sensor.Metrics[0]);
            });
    }

    [Theory]
    [InlineData(-5, Quality.WireCut)]
    [InlineData(0.142, Quality.WireCut)]
    [InlineData(3.2, Quality.OutOfRange)]
    [InlineData(100, Quality.OutOfRange)]
    public void EndsOfTheScaleAreNoReading(double volts, Quality expected)
    {
        var sensor = _bench.Divider(_wires.AdcInput(_ => volts));
        _bench.Run(2 * Parts.PeriodMs);
        MetricAssert.AllAre(expected, sensor.Metrics);
    }

    /// <summary>Where a chip has its own line, its two points make the reading right.</summary>
    [Fact]
    public void TwoPointsMakeTheLine()
    {
        _bench.Board.Adc.Wire(4, _ => _volts);
        var sensor = _bench.Divider(_bench.Board.Run(() => new Appliance.Drivers.Analogue.AdcInput(
            new System.Device.Adc.AdcController().OpenChannel(4), 1, 0, 4_095_000)));
        _bench.Run(2 * Parts.PeriodMs);
        MetricAssert.Reads(AdcCurve.Code(1) / 1000.0, 0, sensor.Metrics[0]);
    }

    [Fact]
    public void AnyVoltagesAreAValueOrAQuality()
    {
        var sensors = new Appliance.Drivers.Sensor[]
        {
            _bench.Divider(_wires.AdcInput(Wild, channel: 0)),
            _bench.Ntc(_wires.AdcInput(Wild, channel: 1, samples: 3)),
            _bench.Clamp(_wires.AdcInput(Wild, channel: 2)),
            _bench.Loop(_wires.AdcInput(Wild, channel: 3)),
        };
        Cases.ForAll(
            Gen.Elements(0.1, 1, 2.5, 5, double.NaN, double.PositiveInfinity, double.NegativeInfinity),
            100,
            scale =>
            {
                _volts = scale;
                _bench.Run(Parts.PeriodMs);
            });
        Assert.All(sensors, s => Assert.NotEqual(Quality.Pending, s.Metrics[0].Quality));
    }

    private double Wild(long at) => _volts * ((at * 7919 % 1000) / 1000.0);
}

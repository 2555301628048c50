using Appliance.Core.Metrics;
using Appliance.Drivers;
using Appliance.Drivers.Loop;
using FsCheck.Fluent;
using VirtualRack.Chips;

namespace SystemTests.Drivers;

public sealed class LoopDriverTests : IDisposable
{
    private const int ToldWithinMs = 250;

    private readonly SensorBench _bench = new();
    private readonly AnalogueWires _wires;
    private readonly List<long> _news = [];

    public LoopDriverTests()
    {
        _wires = new AnalogueWires(_bench);
        _bench.Stepped += Note;
    }

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData(AnalogueWires.Adc, true)]
    [InlineData(AnalogueWires.Adc, false)]
    [InlineData(AnalogueWires.Ads1115, true)]
    [InlineData(AnalogueWires.Ads1115, false)]
    public void EachChangeIsNewsOnceAndInTime(string kind, bool openIsOne)
    {
        var part = new SupervisedLoop(normallyClosed: true);
        var sensor = _bench.Loop(_wires.Input(kind, part), openIsOne);
        _bench.Run(Parts.PeriodMs);
        Assert.Empty(_news);
        AssertReads(open: false, openIsOne, sensor);
        Cases.ForAll(
            Gen.Choose(0, 400),
            50,
            ms =>
            {
                _news.Clear();
                long at = _bench.Time.NowMicros + (ms * 1000L);
                _bench.After(ms, () => part.IsActive = !part.IsActive);
                _bench.Run(ms + 1000);
                Assert.InRange(Assert.Single(_news) - at, 0, ToldWithinMs * 1000);
                AssertReads(!part.IsClosed, openIsOne, sensor);
            });
    }

    [Theory]
    [InlineData(AnalogueWires.Adc, "absent", Quality.WireCut)]
    [InlineData(AnalogueWires.Adc, "shorted", Quality.WireShorted)]
    [InlineData(AnalogueWires.Ads1115, "absent", Quality.WireCut)]
    [InlineData(AnalogueWires.Ads1115, "shorted", Quality.WireShorted)]
    public void BrokenWireIsNewsAndNoStateOfTheContact(string kind, string fault, Quality expected)
    {
        var part = new SupervisedLoop(normallyClosed: true);
        var sensor = _bench.Loop(_wires.Input(kind, part));
        foreach (bool active in new[] { false, true })
        {
            part.IsActive = active;
            _bench.Run(Parts.PeriodMs);
            _news.Clear();
            part.SetFault(fault, true);
            _bench.Run(ToldWithinMs);
            MetricAssert.AllAre(expected, sensor.Metrics);
            Assert.Single(_news);

            part.SetFault(fault, false);
            _bench.Run(ToldWithinMs);
            AssertReads(open: active, openIsOne: true, sensor);
            Assert.Equal(2, _news.Count);
        }
    }

    [Theory]
    [InlineData(AnalogueWires.Adc)]
    [InlineData(AnalogueWires.Ads1115)]
    public void CorrodedContactIsStillClosed(string kind)
    {
        var part = new SupervisedLoop(normallyClosed: true) { Faults = SupervisedLoopFaults.Corroded };
        var sensor = _bench.Loop(_wires.Input(kind, part));
        _bench.Run(Parts.PeriodMs);
        AssertReads(open: false, openIsOne: true, sensor);
        part.IsActive = true;
        _bench.Run(ToldWithinMs);
        AssertReads(open: true, openIsOne: true, sensor);
    }

    [Fact]
    public void EveryFaultIsTriedHere() =>
        Assert.Equal(["absent", "shorted", "corroded"], new SupervisedLoop(normallyClosed: true).FaultNames);

    [Fact]
    public void StateThatIsShorterThanTheHoldTimeIsNoNews()
    {
        var source = new SteadyVoltage(1.65);
        _bench.Loop(_wires.Input(AnalogueWires.Adc, source), holdMs: 60);
        _bench.Run(Parts.PeriodMs);
        Cases.ForAll(
            from volts in Gen.Elements(0.0, 2.2, 3.3)
            from phase in Gen.Choose(0, 200)
            from length in Gen.Choose(1, 40)
            select (volts, phase, length),
            100,
            x =>
            {
                _bench.After(x.phase, () => source.Value = x.volts);
                _bench.After(x.phase + x.length, () => source.Value = 1.65);
                _bench.Run(500);
                Assert.Empty(_news);
            });
    }

    [Fact]
    public void LostConverterIsNewsAndNoStateOfTheContact()
    {
        var sensor = _bench.Loop(_wires.Input(AnalogueWires.Ads1115, new SupervisedLoop(normallyClosed: true)));
        _bench.Run(Parts.PeriodMs);
        _wires.Chip.SetFault("absent", true);
        _bench.Run(Parts.PeriodMs);
        MetricAssert.AllAre(Quality.NotPresent, sensor.Metrics);
        _wires.Chip.SetFault("absent", false);
        _bench.Run(Parts.PeriodMs);
        AssertReads(open: false, openIsOne: true, sensor);
        Assert.Equal(2, _news.Count);
    }

    private static void AssertReads(bool open, bool openIsOne, LoopSensor sensor) =>
        MetricAssert.Reads(open == openIsOne ? 1 : 0, 0, sensor.Metrics[0]);

    private void Note(Sensor sensor)
    {
        if (sensor.IsUrgent)
            _news.Add(_bench.Time.NowMicros);
        sensor.IsUrgent = false;
    }
}

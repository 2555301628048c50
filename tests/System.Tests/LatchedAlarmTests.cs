using Appliance.Core.Alarms;
using Ixp.Sites.Alarms;
using SystemTests.Support;

namespace SystemTests;

/// <summary>An alarm that latches stands until somebody acknowledges it, over a restart as well.</summary>
public sealed class LatchedAlarmTests : IDisposable
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(10);

    private readonly SamplingBench _bench;

    public LatchedAlarmTests()
    {
        var site = TestSite.Full;
        _bench = new SamplingBench(
            site with
            {
                Sensors =
                [
                    .. site.Sensors.Select(s => s.Name is "door"
                        ? s with { Preset = AlarmPreset.Find("contact"), Limits = new Dictionary<string, MetricLimits> { ["open"] = new() { IsLatched = true } } }
                        : s),
                ],
            },
            TestSite.FullBoard);
        _bench.Run(Moment);
    }

    private LimitWatch Door => _bench.Limits.Cast<LimitWatch>().Single(l => l.Name == "door_open");

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void ItOutlivesItsCauseAndARestartAndEndsByAcknowledgement()
    {
        Assert.False(Acknowledge("door_open"));
        _bench.Fault("door-open@0+5");
        _bench.Run(Moment);
        Assert.Equal(0, _bench["door_open"].Value);
        Assert.True(Door.IsLatched);

        _bench.PowerCut();
        _bench.PowerOn();
        _bench.Run(Moment);
        Assert.True(Door.IsLatched);

        Assert.False(Acknowledge("front_door"));
        Assert.True(Acknowledge("door_open"));
        Assert.False(Door.IsRaised);
        Assert.False(Acknowledge("door_open"));
        _bench.Run(Moment);

        _bench.PowerCut();
        _bench.PowerOn();
        _bench.Run(Moment);
        Assert.False(Door.IsRaised);
    }

    [Fact]
    public void AcknowledgedWhileItStandsItEndsWithItsCause()
    {
        _bench.Fault("door-open@0+15");
        _bench.Run(Moment);
        Assert.True(Acknowledge("door_open"));
        Assert.True(Door.IsRaised);
        _bench.Run(Moment);
        Assert.False(Door.IsRaised);
    }

    private bool Acknowledge(string name) => _bench.Site.Board.Run(() => ((IAcknowledger)_bench.Alarms).Acknowledge(name, _bench.Now));
}

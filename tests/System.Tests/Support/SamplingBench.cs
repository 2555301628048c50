using System.Collections;
using Appliance.App.Alarms;
using Appliance.App.Commands;
using Appliance.App.Composition;
using Appliance.App.Composition.Sensors;
using Appliance.App.Networking;
using Appliance.App.Reporting;
using Appliance.App.Sampling;
using Appliance.App.Storage;
using Appliance.App.Timing;
using Appliance.App.Uplink;
using Appliance.Core.Alarms;
using Appliance.Core.Conditions;
using Appliance.Core.Config;
using Appliance.Core.Contract;
using Appliance.Core.Metrics;
using Appliance.Core.Scheduling;
using Appliance.Core.Uplink;
using Appliance.Drivers;
using Ixp.Running;
using Ixp.Sites;
using VirtualBoard.Running;
using VirtualRack.Faults;

namespace SystemTests.Support;

/// <summary>
/// The sampler of a site with all its sensors, derivations and counters, put together as the firmware does it but without a
/// network and commands, in virtual time. Every reading of every metric is kept.
/// </summary>
internal sealed class SamplingBench : IWaker, IDisposable
{
    private readonly Dictionary<Metric, List<Reading>> _readings = [];
    private readonly Signal _wake = new(autoReset: true);
    private readonly Site _site;
    private readonly Ixp.Sites.Board _board;
    private CounterKeeper _counters = null!;
    private Sampler _sampler = null!;
    private Sensor[] _sensors = [];

    public SamplingBench(Site site, Ixp.Sites.Board board)
    {
        _site = site;
        _board = board;
        Site = new VirtualSite(site, board, Time);
        Site.Provision();
        PowerOn();
    }

    public TimeBase Time { get; } = TimeBase.Virtual();

    public VirtualSite Site { get; }

    public MetricBook Metrics { get; private set; } = new();

    public IEnumerable<Metric> All => Enumerable.Range(0, Metrics.Count).Select(i => Metrics[i]);

    public AlarmDesk Alarms { get; private set; } = null!;

    /// <summary>The alarms by limits.</summary>
    public ArrayList Limits { get; private set; } = [];

    /// <summary>Uptime in milliseconds.</summary>
    public long Now => Site.Board.Interpreter.UptimeMicros / 1000;

    public Metric this[string key] => Metrics.Find(key) ?? throw new ArgumentException($"There is no metric '{key}'.", nameof(key));

    /// <summary>The metrics that the driver of a sensor fills, without what is computed from them.</summary>
    public IReadOnlyList<Metric> Raw(string sensor) => [.. _sensors.SelectMany(s => s.Metrics).Where(m => m.Name == sensor)];

    /// <summary>What was written into a metric since an uptime, in order.</summary>
    public IEnumerable<Reading> Readings(Metric metric, long from = 0) =>
        _readings.TryGetValue(metric, out var all) ? all.Where(r => r.At >= from) : [];

    public void Fault(string order) => FaultOrder.Parse(order).Schedule(Site.Rack);

    /// <summary>The board starts, with nothing but what is in its flash.</summary>
    public void PowerOn() => Site.Board.Run(Compose);

    public void PowerCut() => Site.Board.PowerCut();

    /// <summary>Lets the board work for so long.</summary>
    public void Run(TimeSpan span) => Site.Board.Run(() =>
    {
        long end = Uptime.Milliseconds + (long)span.TotalMilliseconds;
        for (long now = Uptime.Milliseconds; now < end; now = Uptime.Milliseconds)
        {
            long next = Math.Min(_sampler.Step(now), _counters.Step(now));
            Keep();
            Interpreter.Current.Wait([_wake], Math.Max(1, Math.Min(next, end) - Uptime.Milliseconds));
        }
    });

    void IWaker.Wake() => Site.Board.Interpreter.Set(_wake);

    public void Dispose()
    {
        Site.Dispose();
        Time.Dispose();
    }

    private void Compose()
    {
        var config = SiteConfig.Parse(SitePacker.Pack(_site, _board));
        PinFunctions.Apply(config.Pins);
        var topics = new Topics(_site.Name, _site.Device);
        var boot = BootRecord.Begin();
        var outbox = new Outbox(boot.Session, 48, 12 * 1024);
        var conditions = new ConditionBook();
        Metrics = new MetricBook();
        _readings.Clear();
        _counters = new CounterKeeper();
        var factory = FirmwareParts.Sensors(config, Metrics, _counters.Book);
        _sensors = factory.ToArray();
        foreach (var sensor in _sensors)
            sensor.Attach(this);

        var uplink = new BrokerUplink(
            new BrokerAddress(config.Single("broker"), config.Device, ""), topics, outbox, new MetaPayload(Metrics, []), boot, new Ethernet(), conditions, new CommandDesk(topics));
        _sampler = new Sampler(
            _sensors,
            factory.Derivations(),
            Metrics,
            new Reporter(topics, Metrics, outbox, _site.ReportSeconds * 1000),
            Alarms = new AlarmDesk(SensorWatch.Of(Metrics), Limits = LimitFactory.Make(config.Alarms, Metrics, []), null, topics, outbox, uplink, StandingAlarms.Read(), conditions),
            []);
    }

    private void Keep()
    {
        foreach (var metric in All)
        {
            if (metric.Quality == Quality.Pending)
                continue;
            if (!_readings.TryGetValue(metric, out var readings))
                _readings[metric] = readings = [];
            if (readings.Count == 0 || readings[^1].At != metric.Time)
                readings.Add(new Reading(metric.Time, metric.Quality, metric.Value));
        }
    }
}

using Appliance.App.Composition;
using Appliance.App.Composition.Sensors;
using Appliance.App.Timing;
using Appliance.Core.Config;
using Appliance.Core.Contract;
using Appliance.Core.Counters;
using Appliance.Core.Derived;
using Appliance.Core.Json;
using Appliance.Core.Metrics;
using Appliance.Drivers;
using Ixp.Running;
using Ixp.Sites;
using VirtualBoard.Running;

namespace Ixp.Benchmarks;

/// <summary>What readings and reports of a site cost, measured in virtual time.</summary>
/// <param name="Sensors">By kind.</param>
/// <param name="DerivedBytes">Allocated by what is computed from readings.</param>
/// <param name="ReportBytes">Allocated by encoding the reports of all groups.</param>
internal sealed record TickCost(IReadOnlyList<SensorCost> Sensors, long DerivedBytes, long ReportBytes)
{
    public long ReadingBytes => Sensors.Sum(s => s.Bytes) + DerivedBytes;

    public static TickCost Measure(Site site, Sites.Board board, int warmUpSeconds, int seconds)
    {
        using var time = TimeBase.Virtual();
        using var rack = new VirtualSite(site, board, time);
        var models = ModelMeter.Attach(rack.Board);
        return rack.Board.Run(() =>
        {
            var config = SiteConfig.Parse(SitePacker.Pack(site, board));
            PinFunctions.Apply(config.Pins);
            var metrics = new MetricBook();
            var factory = FirmwareParts.Sensors(config, metrics, new CounterBook());
            var drive = new Drive(site, factory, ReportsOf(site, metrics), models, time);
            drive.Run(warmUpSeconds);
            return drive.Run(seconds);
        });
    }

    private static GroupReport[] ReportsOf(Site site, MetricBook metrics)
    {
        var topics = new Topics(site.Name, site.Device);
        return
        [
            .. Enum.GetValues<Group>().Where(g => metrics.Of(g).Length > 0).Select(g => new GroupReport(topics, g, metrics.Of(g))),
        ];
    }

    /// <summary>Steps the sensors as the sampler does.</summary>
    private sealed class Drive(Site site, SensorFactory factory, GroupReport[] reports, ModelMeter models, TimeBase time)
    {
        private readonly Sensor[] _sensors = factory.ToArray();
        private readonly Derivation[] _derivations = factory.Derivations();
        private readonly JsonWriter _json = new(new byte[4096]);
        private long _reportDue;

        public TickCost Run(int seconds)
        {
            var costs = site.Sensors.Select(s => s.Kind.Name).Distinct().ToDictionary(k => k, k => new SensorCost(k));
            foreach (var sensor in _sensors)
            {
                costs[KindOf(sensor)].Drivers++;
                costs[KindOf(sensor)].Metrics += sensor.Metrics.Length;
            }

            long derived = 0;
            long reported = 0;
            long end = Uptime.Milliseconds + (seconds * 1000L);
            for (long now = Uptime.Milliseconds; now < end; now = Uptime.Milliseconds)
            {
                foreach (var sensor in _sensors)
                    Step(sensor, costs[KindOf(sensor)]);

                derived += Allocated(() =>
                {
                    foreach (var derivation in _derivations)
                        derivation.Update(now);
                });
                if (now >= _reportDue)
                {
                    _reportDue = now + (site.ReportSeconds * 1000L);
                    reported += Allocated(Report);
                }

                Interpreter.Current.Sleep(10);
            }

            return new TickCost([.. costs.Values.Where(c => c.Drivers > 0)], derived, reported);
        }

        private void Step(Sensor sensor, SensorCost cost)
        {
            if (!sensor.IsRequested && sensor.Due > Uptime.Milliseconds)
                return;

            sensor.IsRequested = false;
            long started = Uptime.Milliseconds;
            long began = time.NowMicros;
            long bytes = Now();
            sensor.Due = sensor.Step(started);
            bytes = Now() - bytes;
            cost.Add(bytes, time.NowMicros - began, sensor.Metrics.Any(m => m.Time >= started));
        }

        private void Report()
        {
            foreach (var report in reports)
            {
                _json.Reset();
                report.WriteFields(_json);
                _json.ToArray();
            }
        }

        private long Allocated(Action action)
        {
            long before = Now();
            action();
            return Now() - before;
        }

        /// <summary>Bytes of this thread without those of the rack's models.</summary>
        private long Now() => GC.GetAllocatedBytesForCurrentThread() - models.Bytes;

        private string KindOf(Sensor sensor) => site.Sensors.FirstOrDefault(s => s.Name == sensor.Name)?.Kind.Name ?? "ds18b20";
    }
}

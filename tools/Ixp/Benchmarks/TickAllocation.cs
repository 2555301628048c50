using Appliance.App.Composition;
using Appliance.App.Composition.Sensors;
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

/// <summary>Bytes that the firmware's readings and reports allocate, measured on .NET in virtual time.</summary>
/// <param name="Readings">By all steps of all sensors, and what is computed from them.</param>
/// <param name="Reports">By encoding the reports of all groups.</param>
internal sealed record TickAllocation(long Readings, long Reports)
{
    public static TickAllocation Measure(Site site, Sites.Board board, int warmUpSeconds, int seconds)
    {
        using var time = TimeBase.Virtual();
        using var rack = new VirtualSite(site, board, time);
        var models = ModelMeter.Attach(rack.Board);
        return rack.Board.Run(() =>
        {
            var config = SiteConfig.Parse(SitePacker.Pack(site, board));
            PinFunctions.Apply(config.Pins);
            var metrics = new MetricBook();
            var factory = new SensorFactory(new System.Device.Gpio.GpioController(), metrics, new CounterBook());
            factory.AddAll(config.Sensors);
            var sensors = factory.ToArray();
            var derivations = factory.Derivations();
            var reports = ReportsOf(site, metrics);
            Drive(sensors, derivations, reports, models, site.ReportSeconds, 0, warmUpSeconds);
            return Drive(sensors, derivations, reports, models, site.ReportSeconds, warmUpSeconds, warmUpSeconds + seconds);
        });
    }

    private static TickAllocation Drive(
        Sensor[] sensors, Derivation[] derivations, GroupReport[] reports, ModelMeter models, int reportSeconds, int fromSecond, int toSecond)
    {
        var interpreter = Interpreter.Current;
        var json = new JsonWriter(new byte[2048]);
        long readings = 0;
        long reported = 0;
        for (long now = fromSecond * 1000L; now < toSecond * 1000L; now += 10)
        {
            interpreter.Sleep(10);
            long before = GC.GetAllocatedBytesForCurrentThread() - models.Bytes;
            foreach (var sensor in sensors)
            {
                if (sensor.Due <= now)
                    sensor.Due = sensor.Step(now);
            }

            foreach (var derivation in derivations)
                derivation.Update(now);

            long between = GC.GetAllocatedBytesForCurrentThread() - models.Bytes;
            readings += between - before;
            if (now % (reportSeconds * 1000) == 0)
            {
                foreach (var report in reports)
                {
                    json.Reset();
                    report.WriteFields(json);
                    json.ToArray();
                }
            }

            reported += GC.GetAllocatedBytesForCurrentThread() - models.Bytes - between;
        }

        return new TickAllocation(readings, reported);
    }

    private static GroupReport[] ReportsOf(Site site, MetricBook metrics)
    {
        var topics = new Topics(site.Name, site.Device);
        return
        [
            .. Enum.GetValues<Group>().Where(g => metrics.Of(g).Length > 0).Select(g => new GroupReport(topics, g, metrics.Of(g))),
        ];
    }
}

using System.Device.Gpio;
using Appliance.App.Composition.Probes;
using Appliance.App.Composition.Sensors;
using Appliance.App.Probing;
using Appliance.App.Storage;
using Appliance.Core.Conditions;
using Appliance.Core.Config;
using Appliance.Core.Contract;
using Appliance.Core.Counters;
using Appliance.Core.Metrics;
using Appliance.Core.Uplink;

namespace Ixp.Running;

/// <summary>Parts of the firmware by themselves, for benchmarks and tests. To be called on a thread of a board.</summary>
public static class FirmwareParts
{
    /// <summary>All sensors of a site, with nothing to report to. Agents are made, and never asked.</summary>
    public static SensorFactory Sensors(SiteConfig config, MetricBook metrics, CounterBook counters)
    {
        var targets = TargetFactory.Make(config.Targets);
        var book = new ProbeBook(targets, new Topics(config.Site, config.Device), new Outbox(1, 1, 1), new ConditionBook(), 1000);
        var sensors = new SensorFactory(new GpioController(), new ProbeFactory(book, config.Targets, Secrets.Read()), metrics, counters);
        sensors.AddAll(config.Sensors);
        return sensors;
    }
}

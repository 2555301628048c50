using Appliance.Core.Metrics;
using Appliance.Drivers;
using Appliance.Drivers.Ds18b20;

namespace Appliance.App.Composition.Sensors;

internal sealed class Ds18b20Kind : SensorKind
{
    public Ds18b20Kind()
        : base("ds18b20")
    {
    }

    public override Metric[] Metrics(SensorEntry entry) => new Metric[] { entry.Metric("c", "°C", 2) };

    /// <summary>The chain of all probes reads it.</summary>
    public override Sensor Make(SensorEntry entry, Metric[] metrics, SensorBuses buses)
    {
        buses.Add(new Ds18b20Probe(entry.Rom(), metrics[0], entry.Number("resolution", 9, 12, 12)), entry.PeriodMs);
        return null;
    }
}

using Appliance.Core.Metrics;
using Appliance.Drivers;
using Appliance.Drivers.Pzem004t;

namespace Appliance.App.Composition.Sensors;

internal sealed class Pzem004tKind : SensorKind
{
    public Pzem004tKind()
        : base("pzem004t")
    {
    }

    public override Metric[] Metrics(SensorEntry entry) => new Metric[]
    {
        entry.Metric("v", "V", 1),
        entry.Metric("a", "A", 3),
        entry.Metric("w", "W", 1),
        entry.Metric("wh", "Wh", 0),
        entry.Metric("hz", "Hz", 1),
        entry.Metric("pf", "", 2),
    };

    public override Sensor Make(SensorEntry entry, Metric[] metrics, SensorBuses buses) => new Pzem004tSensor(
        entry.Name,
        buses.Port(entry),
        entry.Number("slave", 1, 248),
        entry.PeriodMs,
        metrics,
        entry.Has("presence") ? entry.Other("presence") : null);
}

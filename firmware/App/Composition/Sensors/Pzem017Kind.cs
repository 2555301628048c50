using Appliance.Core.Metrics;
using Appliance.Drivers;
using Appliance.Drivers.Pzem017;

namespace Appliance.App.Composition.Sensors;

internal sealed class Pzem017Kind : SensorKind
{
    public Pzem017Kind()
        : base("pzem017")
    {
    }

    public override Metric[] Metrics(SensorEntry entry) => new Metric[]
    {
        entry.Metric("v", "V", 2),
        entry.Metric("a", "A", 2),
        entry.Metric("w", "W", 1),
        entry.Metric("wh", "Wh", 0),
    };

    public override Sensor Make(SensorEntry entry, Metric[] metrics, SensorBuses buses) => new Pzem017Sensor(
        entry.Name,
        buses.Port(entry),
        entry.Number("slave", 1, 248),
        entry.PeriodMs,
        metrics,
        entry.Number("shunt_a", 0, 300, 100),
        entry.Has("presence") ? entry.Other("presence") : null);
}

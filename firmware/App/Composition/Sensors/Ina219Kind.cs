using Appliance.Core.Metrics;
using Appliance.Drivers;
using Appliance.Drivers.Ina219;

namespace Appliance.App.Composition.Sensors;

internal sealed class Ina219Kind : SensorKind
{
    public Ina219Kind()
        : base("ina219")
    {
    }

    public override Metric[] Metrics(SensorEntry entry) => new Metric[]
    {
        entry.Metric("v", "V", 3),
        entry.Metric("a", "A", 3),
        entry.Metric("w", "W", 1),
    };

    public override Sensor Make(SensorEntry entry, Metric[] metrics, SensorBuses buses) => new Ina219Sensor(
        entry.Name,
        buses.I2c(entry),
        entry.PeriodMs,
        entry.Number("shunt_uohm", 1, 100_000_000),
        metrics[0],
        metrics[1],
        metrics[2]);

    public override void Derive(SensorEntry entry, Metric[] metrics, DerivedMetrics derived) =>
        derived.AddEnergy(entry, metrics[2]);
}

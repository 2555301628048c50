using Appliance.Core.Metrics;
using Appliance.Drivers;
using Appliance.Drivers.Ina228;

namespace Appliance.App.Composition.Sensors;

internal sealed class Ina228Kind : SensorKind
{
    public Ina228Kind()
        : base("ina228")
    {
    }

    public override Metric[] Metrics(SensorEntry entry) => new Metric[]
    {
        entry.Metric("v", "V", 3),
        entry.Metric("a", "A", 3),
        entry.Metric("w", "W", 1),
        entry.Metric("die_c", "°C", 1),
    };

    public override Sensor Make(SensorEntry entry, Metric[] metrics, SensorBuses buses) => new Ina228Sensor(
        entry.Name,
        buses.I2c(entry),
        entry.PeriodMs,
        entry.Number("shunt_uohm", 1, 100_000_000),
        metrics[0],
        metrics[1],
        metrics[2],
        metrics[3]);

    public override void Derive(SensorEntry entry, Metric[] metrics, DerivedMetrics derived) =>
        derived.AddEnergy(entry, metrics[2]);
}

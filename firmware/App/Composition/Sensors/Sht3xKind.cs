using Appliance.Core.Metrics;
using Appliance.Drivers;
using Appliance.Drivers.Sht3x;

namespace Appliance.App.Composition.Sensors;

internal sealed class Sht3xKind : SensorKind
{
    public Sht3xKind()
        : base("sht3x")
    {
    }

    public override Metric[] Metrics(SensorEntry entry) => new Metric[]
    {
        entry.Metric("c", "°C", 2),
        entry.Metric("rh", "%RH", 2),
    };

    public override Sensor Make(SensorEntry entry, Metric[] metrics, SensorBuses buses) =>
        new Sht3xSensor(entry.Name, buses.I2c(entry), entry.PeriodMs, metrics[0], metrics[1]);

    public override void Derive(SensorEntry entry, Metric[] metrics, DerivedMetrics derived) =>
        derived.AddAir(entry, metrics[0], metrics[1]);
}

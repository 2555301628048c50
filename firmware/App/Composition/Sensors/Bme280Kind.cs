using Appliance.Core.Metrics;
using Appliance.Drivers;
using Appliance.Drivers.Bme280;

namespace Appliance.App.Composition.Sensors;

internal sealed class Bme280Kind : AirKind
{
    public Bme280Kind()
        : base("bme280")
    {
    }

    public override Metric[] Metrics(SensorEntry entry) => new Metric[]
    {
        entry.Metric("c", "°C", 2),
        entry.Metric("rh", "%RH", 2),
        entry.Metric("hpa", "hPa", 2),
    };

    public override Sensor Make(SensorEntry entry, Metric[] metrics, SensorBuses buses) =>
        new Bme280Sensor(entry.Name, buses.I2c(entry), entry.PeriodMs, metrics[0], metrics[1], metrics[2]);
}

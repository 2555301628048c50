using Appliance.Core.Metrics;
using Appliance.Drivers;
using Appliance.Drivers.Sht3x;

namespace Appliance.App.Composition.Sensors;

internal sealed class Sht3xKind : AirKind
{
    public Sht3xKind()
        : base("sht3x")
    {
    }

    public override Sensor Make(SensorEntry entry, Metric[] metrics, SensorBuses buses) =>
        new Sht3xSensor(entry.Name, buses.I2c(entry), entry.PeriodMs, metrics[0], metrics[1]);
}

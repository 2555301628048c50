using Appliance.Core.Metrics;
using Appliance.Drivers;
using Appliance.Drivers.Sht4x;

namespace Appliance.App.Composition.Sensors;

internal sealed class Sht4xKind : AirKind
{
    public Sht4xKind()
        : base("sht4x")
    {
    }

    public override Sensor Make(SensorEntry entry, Metric[] metrics, SensorBuses buses) =>
        new Sht4xSensor(entry.Name, buses.I2c(entry), entry.PeriodMs, metrics[0], metrics[1]);
}

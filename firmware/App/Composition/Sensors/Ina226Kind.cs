using System.Device.I2c;
using Appliance.Core.Metrics;
using Appliance.Drivers;
using Appliance.Drivers.Ina226;

namespace Appliance.App.Composition.Sensors;

internal sealed class Ina226Kind : RailKind
{
    public Ina226Kind()
        : base("ina226")
    {
    }

    protected override Sensor Make(SensorEntry entry, I2cDevice device, int shuntMicroohm, Metric[] metrics) =>
        new Ina226Sensor(entry.Name, device, entry.PeriodMs, shuntMicroohm, metrics[0], metrics[1], metrics[2]);
}

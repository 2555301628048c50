using System.Device.I2c;
using Appliance.Core.Metrics;
using Appliance.Drivers;
using Appliance.Drivers.Ina219;

namespace Appliance.App.Composition.Sensors;

internal sealed class Ina219Kind : RailKind
{
    public Ina219Kind()
        : base("ina219")
    {
    }

    protected override Sensor Make(SensorEntry entry, I2cDevice device, int shuntMicroohm, Metric[] metrics) =>
        new Ina219Sensor(entry.Name, device, entry.PeriodMs, shuntMicroohm, metrics[0], metrics[1], metrics[2]);
}

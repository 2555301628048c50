using System.Device.I2c;
using Appliance.Core.Metrics;
using Appliance.Drivers;
using Appliance.Drivers.Ina228;

namespace Appliance.App.Composition.Sensors;

internal sealed class Ina228Kind : RailKind
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

    protected override Sensor Make(SensorEntry entry, I2cDevice device, int shuntMicroohm, Metric[] metrics) =>
        new Ina228Sensor(entry.Name, device, entry.PeriodMs, shuntMicroohm, metrics[0], metrics[1], metrics[2], metrics[3]);
}

using System.Device.I2c;
using Appliance.Core.Metrics;
using Appliance.Drivers;

namespace Appliance.App.Composition.Sensors;

/// <summary>A chip that tells voltage, current and power of a DC rail over a shunt; the energy is summed up from the power.</summary>
internal abstract class RailKind : SensorKind
{
    protected RailKind(string name)
        : base(name)
    {
    }

    public override Metric[] Metrics(SensorEntry entry) => new Metric[]
    {
        entry.Metric("v", "V", 3),
        entry.Metric("a", "A", 3),
        entry.Metric("w", "W", 1),
    };

    public override Sensor Make(SensorEntry entry, Metric[] metrics, SensorBuses buses) =>
        Make(entry, buses.I2c(entry), entry.Number("shunt_uohm", 1, 100_000_000), metrics);

    public override void Derive(SensorEntry entry, Metric[] metrics, DerivedMetrics derived) =>
        derived.AddEnergy(entry, metrics[2]);

    protected abstract Sensor Make(SensorEntry entry, I2cDevice device, int shuntMicroohm, Metric[] metrics);
}

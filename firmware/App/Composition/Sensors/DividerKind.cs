using Appliance.Core.Electrical;
using Appliance.Core.Metrics;
using Appliance.Drivers;
using Appliance.Drivers.Divider;

namespace Appliance.App.Composition.Sensors;

internal sealed class DividerKind : SensorKind
{
    public DividerKind()
        : base("divider")
    {
    }

    public override Metric[] Metrics(SensorEntry entry) => new Metric[] { entry.Metric("v", "V", 3) };

    public override Sensor Make(SensorEntry entry, Metric[] metrics, SensorBuses buses)
    {
        VoltageDivider divider = new VoltageDivider(
            entry.Number("top_ohm", 0, 100_000_000), entry.Number("bottom_ohm", 1, 100_000_000));
        return new DividerSensor(entry.Name, buses.Analogue.Open(entry), divider, entry.PeriodMs, metrics[0]);
    }
}

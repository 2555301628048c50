using Appliance.Core.Metrics;
using Appliance.Drivers;
using Appliance.Drivers.Clamp;

namespace Appliance.App.Composition.Sensors;

internal sealed class ClampKind : SensorKind
{
    public ClampKind()
        : base("clamp")
    {
    }

    public override Metric[] Metrics(SensorEntry entry) => new Metric[] { entry.Metric("a", "A", 2) };

    public override Sensor Make(SensorEntry entry, Metric[] metrics, SensorBuses buses) => new ClampSensor(
        entry.Name,
        buses.Analogue.Open(entry),
        entry.Number("ma_per_volt", 1, 10_000_000),
        entry.Number("mains_hz", 50, 60, 50),
        entry.PeriodMs,
        metrics[0]);
}

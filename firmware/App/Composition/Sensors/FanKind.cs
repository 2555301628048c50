using Appliance.Core.Metrics;
using Appliance.Drivers;
using Appliance.Drivers.FanTach;
using System.Device.Gpio;

namespace Appliance.App.Composition.Sensors;

internal sealed class FanKind : SensorKind
{
    public FanKind()
        : base("fan")
    {
    }

    public override Metric[] Metrics(SensorEntry entry) => new Metric[] { entry.Metric("rpm", "rpm", 0) };

    public override Sensor Make(SensorEntry entry, Metric[] metrics, SensorBuses buses) => new FanTachSensor(
        entry.Name,
        new GpioPulseCounter(entry.Pin()),
        entry.Number("pulses", 1, 8, 2),
        entry.PeriodMs,
        metrics[0]);

    public override void Derive(SensorEntry entry, Metric[] metrics, DerivedMetrics derived)
    {
        derived.AddNormalSpeed(entry, metrics[0]);
        derived.AddRunTime(entry, metrics[0]);
    }
}

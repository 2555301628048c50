using System.Device.Gpio;
using Appliance.Core.Metrics;
using Appliance.Drivers;
using Appliance.Drivers.Contact;

namespace Appliance.App.Composition.Sensors;

internal sealed class ContactKind : SensorKind
{
    public ContactKind()
        : base("contact")
    {
    }

    public override Metric[] Metrics(SensorEntry entry) => new Metric[]
    {
        entry.State(),
        entry.Metric("count", "times", 0),
    };

    public override Sensor Make(SensorEntry entry, Metric[] metrics, SensorBuses buses) => new ContactSensor(
        entry.Name,
        buses.Gpio.OpenPin(entry.Pin(), PinMode.InputPullUp),
        entry.OpenIsOne(),
        entry.HoldMs(),
        entry.PeriodMs,
        metrics[0],
        metrics[1]);

    public override void Derive(SensorEntry entry, Metric[] metrics, DerivedMetrics derived) =>
        derived.AddMachine(entry, metrics[0]);
}

using Appliance.Core.Contacts;
using Appliance.Core.Metrics;
using Appliance.Drivers;
using Appliance.Drivers.Loop;

namespace Appliance.App.Composition.Sensors;

internal sealed class LoopKind : SensorKind
{
    public LoopKind()
        : base("loop")
    {
    }

    public override Metric[] Metrics(SensorEntry entry) => new Metric[]
    {
        entry.State(),
    };

    public override Sensor Make(SensorEntry entry, Metric[] metrics, SensorBuses buses)
    {
        int closed = entry.Number("closed_ohm", 100, 100_000, 1000);
        int open = entry.Number("open_ohm", 100, 100_000, 2000);
        if (open <= closed)
        {
            throw entry.Error("'open_ohm=' is not above 'closed_ohm='");
        }

        LoopBands bands = new LoopBands(
            entry.Number("pullup_ohm", 100, 100_000, 2200), closed, open - closed, entry.SupplyMicrovolts());
        return new LoopSensor(
            entry.Name, buses.Analogue.Open(entry), bands, entry.OpenIsOne(), entry.HoldMs(), entry.PeriodMs, metrics[0]);
    }

    public override void Derive(SensorEntry entry, Metric[] metrics, DerivedMetrics derived) =>
        derived.AddMachine(entry, metrics[0]);
}

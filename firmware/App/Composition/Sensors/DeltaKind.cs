using Appliance.Core.Derived;
using Appliance.Core.Metrics;
using Appliance.Drivers;

namespace Appliance.App.Composition.Sensors;

/// <summary>The difference of two temperatures: no part, but a figure with limits of its own.</summary>
internal sealed class DeltaKind : SensorKind
{
    public DeltaKind()
        : base("delta")
    {
    }

    public override Metric[] Metrics(SensorEntry entry) => new Metric[] { entry.Metric("k", "K", 2) };

    public override Sensor Make(SensorEntry entry, Metric[] metrics, SensorBuses buses) => null;

    public override void Derive(SensorEntry entry, Metric[] metrics, DerivedMetrics derived)
    {
        Metric minuend = entry.Other("of");
        Metric subtrahend = entry.Other("minus");
        if (minuend.Decimals != metrics[0].Decimals || subtrahend.Decimals != metrics[0].Decimals)
        {
            throw entry.Error("'of=' and 'minus=' are temperatures");
        }

        derived.Add(new Difference(minuend, subtrahend, metrics[0]));
    }
}

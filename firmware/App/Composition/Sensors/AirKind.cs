using Appliance.Core.Metrics;

namespace Appliance.App.Composition.Sensors;

/// <summary>A chip that tells temperature and humidity, from which dew point and absolute humidity are computed.</summary>
internal abstract class AirKind : SensorKind
{
    protected AirKind(string name)
        : base(name)
    {
    }

    public override Metric[] Metrics(SensorEntry entry) => new Metric[]
    {
        entry.Metric("c", "°C", 2),
        entry.Metric("rh", "%RH", 2),
    };

    public override void Derive(SensorEntry entry, Metric[] metrics, DerivedMetrics derived) =>
        derived.AddAir(entry, metrics[0], metrics[1]);
}

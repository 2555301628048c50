using Appliance.Core.Metrics;
using Appliance.Drivers;

namespace Appliance.App.Composition.Sensors;

/// <summary>A kind of sensor: what it tells, how its driver is made, and what is computed from it.</summary>
public abstract class SensorKind
{
    /// <param name="name">As it stands in the configuration: <c>sensor kind=sht4x</c>.</param>
    protected SensorKind(string name)
    {
        Name = name;
    }

    public string Name { get; }

    /// <summary>Makes what the driver fills.</summary>
    /// <exception cref="Core.Config.ConfigException">A value is missing or wrong.</exception>
    public abstract Metric[] Metrics(SensorEntry entry);

    /// <summary>Makes the driver. Hardware that refuses to be opened may throw whatever it likes.</summary>
    /// <returns>Null if something else fills the metrics.</returns>
    /// <exception cref="Core.Config.ConfigException">A value is missing or wrong.</exception>
    public abstract Sensor Make(SensorEntry entry, Metric[] metrics, SensorBuses buses);

    /// <summary>Adds what is computed from the metrics, once all sensors have theirs.</summary>
    /// <exception cref="Core.Config.ConfigException">A value is missing or wrong.</exception>
    public virtual void Derive(SensorEntry entry, Metric[] metrics, DerivedMetrics derived)
    {
    }
}

using System.Collections;
using Appliance.Core.Counters;
using Appliance.Core.Derived;
using Appliance.Core.Metrics;

namespace Appliance.App.Composition.Sensors;

/// <summary>What is computed from readings, and where its counters are kept.</summary>
public sealed class DerivedMetrics
{
    private readonly ArrayList _derivations = new ArrayList();
    private readonly CounterBook _counters;

    public DerivedMetrics(CounterBook counters)
    {
        _counters = counters;
    }

    public void Add(Derivation derivation) => _derivations.Add(derivation);

    /// <summary>Dew point and absolute humidity of air.</summary>
    public void AddAir(SensorEntry entry, Metric temperature, Metric humidity)
    {
        Add(new DewPoint(temperature, humidity, entry.Metric("dew_c", "°C", 2)));
        Add(new AbsoluteHumidity(temperature, humidity, entry.Metric("gm3", "g/m³", 2)));
    }

    /// <summary>Energy of a meter that does not count it.</summary>
    public void AddEnergy(SensorEntry entry, Metric power)
    {
        Metric energy = entry.Metric("wh", "Wh", 1);
        Add(new Energy(power, _counters.Open(energy.Key), energy));
    }

    /// <summary>Hours for which something ran.</summary>
    public void AddRunTime(SensorEntry entry, Metric source)
    {
        Metric hours = entry.Metric("h", "h", 2);
        Add(new RunTime(source, _counters.Open(hours.Key), hours));
    }

    /// <summary>Run hours, if the contact tells whether a machine runs.</summary>
    public void AddMachine(SensorEntry entry, Metric state)
    {
        if (entry.IsMachine())
        {
            AddRunTime(entry, state);
        }
    }

    /// <summary>Speed of a fan against its normal one.</summary>
    public void AddNormalSpeed(SensorEntry entry, Metric speed)
    {
        Metric percent = entry.MetricOf(entry.Name + "_normal", "pct", "%", 0);
        Add(new NormalSpeed(speed, _counters.Open(percent.Key + "_speed"), _counters.Open(percent.Key + "_ms"), percent));
    }

    public Derivation[] ToArray()
    {
        Derivation[] derivations = new Derivation[_derivations.Count];
        for (int i = 0; i < derivations.Length; i++)
        {
            derivations[i] = (Derivation)_derivations[i];
        }

        return derivations;
    }
}

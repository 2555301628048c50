using System;
using System.Collections;
using System.Device.Gpio;
using Appliance.Core.Config;
using Appliance.Core.Counters;
using Appliance.Core.Derived;
using Appliance.Core.Metrics;
using Appliance.Drivers;
using Appliance.Drivers.Ds18b20;
using nanoFramework.Device.OneWire;

namespace Appliance.App.Composition.Sensors;

/// <summary>
/// Makes the sensors that the configuration names, and their metrics. One that cannot be made keeps its metrics, which say so.
/// </summary>
public sealed class SensorFactory
{
    private readonly ArrayList _sensors = new ArrayList();
    private readonly SensorBuses _buses;
    private readonly DerivedMetrics _derived;
    private readonly MetricBook _book;

    public SensorFactory(GpioController gpio, MetricBook book, CounterBook counters)
    {
        _buses = new SensorBuses(gpio);
        _derived = new DerivedMetrics(counters);
        _book = book;
    }

    /// <param name="entries">Entries <c>sensor kind= name= …</c>.</param>
    /// <exception cref="ConfigException">A kind is unknown or a value missing.</exception>
    public void AddAll(ArrayList entries)
    {
        int count = entries.Count;
        SensorEntry[] parts = new SensorEntry[count];
        SensorKind[] kinds = new SensorKind[count];
        Metric[][] metrics = new Metric[count][];
        for (int i = 0; i < count; i++)
        {
            parts[i] = new SensorEntry((ConfigEntry)entries[i], _book);
            kinds[i] = SensorKinds.Find(parts[i]);
            metrics[i] = kinds[i].Metrics(parts[i]);
        }

        // A sensor may look at another's metrics, wherever that one stands in the file.
        for (int i = 0; i < count; i++)
        {
            Make(parts[i], kinds[i], metrics[i]);
        }

        AddChain();
        for (int i = 0; i < count; i++)
        {
            kinds[i].Derive(parts[i], metrics[i], _derived);
        }
    }

    public void Add(Sensor sensor) => _sensors.Add(sensor);

    public Sensor[] ToArray()
    {
        Sensor[] sensors = new Sensor[_sensors.Count];
        for (int i = 0; i < sensors.Length; i++)
        {
            sensors[i] = (Sensor)_sensors[i];
        }

        return sensors;
    }

    public Derivation[] Derivations() => _derived.ToArray();

    /// <summary>Hardware that refuses to be opened is a fault of that sensor only.</summary>
    private void Make(SensorEntry entry, SensorKind kind, Metric[] metrics)
    {
        try
        {
            Sensor sensor = kind.Make(entry, metrics, _buses);
            if (sensor != null)
            {
                _sensors.Add(sensor);
            }
        }
        catch (ConfigException)
        {
            throw;
        }
        catch (Exception e)
        {
            Log.Line(entry.Name, e.Message);
            _sensors.Add(new AbsentSensor(entry.Name, entry.PeriodMs, metrics));
        }
    }

    private void AddChain()
    {
        int count = _buses.Probes.Count;
        if (count == 0)
        {
            return;
        }

        Ds18b20Probe[] probes = new Ds18b20Probe[count];
        Metric[] metrics = new Metric[count];
        for (int i = 0; i < count; i++)
        {
            probes[i] = (Ds18b20Probe)_buses.Probes[i];
            metrics[i] = probes[i].Temperature;
        }

        try
        {
            _sensors.Add(new Ds18b20Chain(new OneWireHost(), _buses.ProbePeriodMs, probes));
        }
        catch (Exception e)
        {
            Log.Line("ds18b20", e.Message);
            _sensors.Add(new AbsentSensor("ds18b20", _buses.ProbePeriodMs, metrics));
        }
    }
}

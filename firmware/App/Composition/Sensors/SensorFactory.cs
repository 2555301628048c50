using System;
using System.Collections;
using System.Device.Gpio;
using Appliance.App.Composition.Probes;
using Appliance.Core.Config;
using Appliance.Core.Counters;
using Appliance.Core.Derived;
using Appliance.Core.Metrics;
using Appliance.Drivers;
using Appliance.Drivers.Ds18b20;
using Appliance.Drivers.Scan;
using nanoFramework.Device.OneWire;

namespace Appliance.App.Composition.Sensors;

/// <summary>
/// Makes the sensors that the configuration names, and their metrics. One that cannot be made keeps its metrics, which say so.
/// </summary>
public sealed class SensorFactory
{
    /// <summary>A chain without probes has nothing to read: it only searches when asked.</summary>
    private const int IdleChainMs = 60_000;

    private readonly ArrayList _sensors = new ArrayList();
    private readonly SensorBuses _buses;
    private readonly DerivedMetrics _derived;
    private readonly MetricBook _book;
    private Ds18b20Chain _chain;

    public SensorFactory(GpioController gpio, ProbeFactory probes, MetricBook book, CounterBook counters)
    {
        _buses = new SensorBuses(gpio, probes);
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

        if (_buses.Probes.Count > 0)
        {
            AddChain(_buses.ProbePeriodMs);
        }

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

    /// <returns>The DS18B20 that the configuration names.</returns>
    public Ds18b20Probe[] Probes()
    {
        Ds18b20Probe[] probes = new Ds18b20Probe[_buses.Probes.Count];
        for (int i = 0; i < probes.Length; i++)
        {
            probes[i] = (Ds18b20Probe)_buses.Probes[i];
        }

        return probes;
    }

    /// <summary>Adds what looks for parts that are not configured, on all buses that there are.</summary>
    /// <param name="pins">Entries <c>pin gpio= function=</c>.</param>
    public IBusScan[] AddScans(ArrayList pins)
    {
        BusScans scans = new BusScans(pins, _buses);
        if (_chain == null && _buses.Probes.Count == 0 && scans.HasFreeOneWire)
        {
            AddChain(IdleChainMs);
        }

        return scans.Make(_chain, Probes(), _sensors);
    }

    /// <summary>Hardware that refuses to be opened is a fault of that sensor only.</summary>
    private void Make(SensorEntry entry, SensorKind kind, Metric[] metrics)
    {
        try
        {
            Sensor sensor = kind.Make(entry, metrics, _buses);
            if (sensor != null)
            {
                sensor.Bus = _buses.Shared(entry);
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

    private void AddChain(int periodMs)
    {
        Ds18b20Probe[] probes = Probes();
        try
        {
            _chain = new Ds18b20Chain(new OneWireHost(), periodMs, probes);
            _sensors.Add(_chain);
        }
        catch (Exception e)
        {
            Log.Line("ds18b20", e.Message);
            Metric[] metrics = new Metric[probes.Length];
            for (int i = 0; i < probes.Length; i++)
            {
                metrics[i] = probes[i].Temperature;
            }

            _sensors.Add(new AbsentSensor("ds18b20", periodMs, metrics));
        }
    }
}

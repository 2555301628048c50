using System;
using System.Collections;
using System.Device.Gpio;
using System.Device.I2c;
using System.IO.Ports;
using Appliance.Core.Config;
using Appliance.Core.Metrics;
using Appliance.Drivers;
using Appliance.Drivers.Contact;
using Appliance.Drivers.Ds18b20;
using Appliance.Drivers.FanTach;
using Appliance.Drivers.Ina226;
using Appliance.Drivers.Modbus;
using Appliance.Drivers.Pzem004t;
using Appliance.Drivers.Sht4x;
using nanoFramework.Device.OneWire;

namespace Appliance.App.Composition;

/// <summary>
/// Makes the sensors that the configuration names, and their metrics. One that cannot be made keeps its metrics, which say so.
/// </summary>
public sealed class SensorFactory
{
    private readonly ArrayList _sensors = new ArrayList();
    private readonly ArrayList _probes = new ArrayList();
    private readonly Hashtable _ports = new Hashtable();
    private readonly GpioController _gpio;
    private readonly MetricBook _book;
    private int _chainPeriodMs = int.MaxValue;

    public SensorFactory(GpioController gpio, MetricBook book)
    {
        _gpio = gpio;
        _book = book;
    }

    /// <param name="entries">Entries <c>sensor kind= name= …</c>.</param>
    /// <exception cref="ConfigException">A kind is unknown or a value missing.</exception>
    public void AddAll(ArrayList entries)
    {
        for (int i = 0; i < entries.Count; i++)
        {
            Add(new SensorEntry((ConfigEntry)entries[i], _book));
        }

        if (_probes.Count > 0)
        {
            AddChain();
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

    private void Add(SensorEntry entry)
    {
        switch (entry.Kind)
        {
            case "ds18b20":
                AddProbe(entry);
                return;
            case "sht4x":
                Try(entry, new Metric[]
                {
                    entry.Metric("c", "°C", 2),
                    entry.Metric("rh", "%RH", 2),
                });
                return;
            case "ina226":
                Try(entry, new Metric[]
                {
                    entry.Metric("v", "V", 3),
                    entry.Metric("a", "A", 3),
                    entry.Metric("w", "W", 1),
                });
                return;
            case "pzem004t":
                Try(entry, new Metric[]
                {
                    entry.Metric("v", "V", 1),
                    entry.Metric("a", "A", 3),
                    entry.Metric("w", "W", 1),
                    entry.Metric("wh", "Wh", 0),
                    entry.Metric("hz", "Hz", 1),
                    entry.Metric("pf", "", 2),
                });
                return;
            case "fan":
                Try(entry, new Metric[] { entry.Metric("rpm", "rpm", 0) });
                return;
            case "contact":
                Try(entry, new Metric[] { entry.Metric(entry.Text("suffix", "open"), "", 0) });
                return;
            default:
                throw entry.Unknown();
        }
    }

    /// <summary>Hardware that refuses to be opened is a fault of that sensor only.</summary>
    private void Try(SensorEntry entry, Metric[] metrics)
    {
        try
        {
            _sensors.Add(Make(entry, metrics));
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

    private Sensor Make(SensorEntry entry, Metric[] metrics)
    {
        switch (entry.Kind)
        {
            case "sht4x":
                return new Sht4xSensor(entry.Name, I2c(entry), entry.PeriodMs, metrics[0], metrics[1]);
            case "ina226":
                return new Ina226Sensor(
                    entry.Name,
                    I2c(entry),
                    entry.PeriodMs,
                    entry.Number("shunt_uohm", 1, 100_000_000),
                    metrics[0],
                    metrics[1],
                    metrics[2]);
            case "pzem004t":
                return new Pzem004tSensor(entry.Name, Port(entry), entry.Number("slave", 1, 248), entry.PeriodMs, metrics);
            case "fan":
                return new FanTachSensor(
                    entry.Name,
                    new GpioPulseCounter(entry.Number("gpio", 0, 48)),
                    entry.Number("pulses", 1, 8, 2),
                    entry.PeriodMs,
                    metrics[0]);
            default:
                return new ContactSensor(
                    entry.Name,
                    _gpio.OpenPin(entry.Number("gpio", 0, 48), PinMode.InputPullUp),
                    entry.Number("high", 0, 1, 1) == 1,
                    entry.Number("hold_ms", 0, 60_000, 30),
                    entry.PeriodMs,
                    metrics[0],
                    null);
        }
    }

    private static I2cDevice I2c(SensorEntry entry) => new I2cDevice(
        new I2cConnectionSettings(entry.Number("bus", 1, 2, 1), entry.Number("address", 3, 119)));

    private ModbusPort Port(SensorEntry entry)
    {
        string name = "COM" + entry.Number("com", 2, 3, 2).ToString();
        if (!_ports.Contains(name))
        {
            _ports.Add(name, new ModbusPort(name, 9600, StopBits.One));
        }

        return (ModbusPort)_ports[name];
    }

    private void AddProbe(SensorEntry entry)
    {
        _probes.Add(new Ds18b20Probe(entry.Rom(), entry.Metric("c", "°C", 2)));
        if (entry.PeriodMs < _chainPeriodMs)
        {
            _chainPeriodMs = entry.PeriodMs;
        }
    }

    private void AddChain()
    {
        Ds18b20Probe[] probes = new Ds18b20Probe[_probes.Count];
        Metric[] metrics = new Metric[_probes.Count];
        for (int i = 0; i < probes.Length; i++)
        {
            probes[i] = (Ds18b20Probe)_probes[i];
            metrics[i] = probes[i].Temperature;
        }

        try
        {
            _sensors.Add(new Ds18b20Chain(new OneWireHost(), _chainPeriodMs, probes));
        }
        catch (Exception e)
        {
            Log.Line("ds18b20", e.Message);
            _sensors.Add(new AbsentSensor("ds18b20", _chainPeriodMs, metrics));
        }
    }
}

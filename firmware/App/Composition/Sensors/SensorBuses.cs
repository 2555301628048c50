using System.Collections;
using System.Device.Gpio;
using System.Device.I2c;
using System.IO.Ports;
using Appliance.App.Composition.Probes;
using Appliance.App.Probing.Snmp;
using Appliance.Drivers;
using Appliance.Drivers.Ds18b20;
using Appliance.Drivers.Modbus;

namespace Appliance.App.Composition.Sensors;

/// <summary>The buses that sensors share, opened at first use.</summary>
public sealed class SensorBuses
{
    private readonly SharedBus[] _i2c = new SharedBus[] { new SharedBus(), new SharedBus() };
    private readonly Hashtable _ports = new Hashtable();
    private readonly Hashtable _addresses = new Hashtable();

    private readonly ProbeFactory _probes;

    public SensorBuses(GpioController gpio, ProbeFactory probes)
    {
        _probes = probes;
        Gpio = gpio;
        Analogue = new AnalogueInputs(this);
    }

    public GpioController Gpio { get; }

    public AnalogueInputs Analogue { get; }

    /// <summary>The probes of the 1-Wire bus: they become one chain.</summary>
    public ArrayList Probes { get; } = new ArrayList();

    /// <summary>Milliseconds between two readings of the chain: those of the most eager probe.</summary>
    public int ProbePeriodMs { get; private set; } = int.MaxValue;

    /// <summary>The SNMP agent at <c>target=</c>.</summary>
    public SnmpAgent Agent(SensorEntry entry) => _probes.Agent(entry.Config);

    /// <summary>The device at <c>bus= address=</c>.</summary>
    public I2cDevice I2c(SensorEntry entry)
    {
        int bus = entry.Number("bus", 1, 2, 1);
        int address = entry.Number("address", 3, 119);
        Addresses("I2C" + bus.ToString()).Add(address);
        return new I2cDevice(new I2cConnectionSettings(bus, address));
    }

    /// <returns>What it shares with the others on its I2C bus; null if it is on none.</returns>
    public SharedBus Shared(SensorEntry entry) => entry.Has("address") ? Shared(entry.Number("bus", 1, 2, 1)) : null;

    /// <param name="bus">I2C bus, 1 or 2.</param>
    public SharedBus Shared(int bus) => _i2c[bus - 1];

    /// <summary>
    /// The serial line <c>com=</c>, at 9600 baud with <c>stop_bits=</c>. Slaves that want one stop bit take two for a pause.
    /// </summary>
    public ModbusPort Port(SensorEntry entry)
    {
        string name = "COM" + entry.Number("com", 2, 3, 2).ToString();
        if (!_ports.Contains(name))
        {
            StopBits stopBits = entry.Number("stop_bits", 1, 2, 1) == 2 ? StopBits.Two : StopBits.One;
            _ports.Add(name, new ModbusPort(name, 9600, stopBits));
        }

        Addresses(name).Add(entry.Number("slave", 0, 248, 0));
        return (ModbusPort)_ports[name];
    }

    /// <returns>The serial line, or null if no sensor hangs on it.</returns>
    /// <param name="name">COM2 or COM3.</param>
    public ModbusPort FindPort(string name) => (ModbusPort)_ports[name];

    /// <returns>The addresses, as int, that are configured on a bus.</returns>
    /// <param name="bus">I2C1, I2C2, COM2 or COM3.</param>
    public ArrayList Addresses(string bus)
    {
        if (!_addresses.Contains(bus))
        {
            _addresses.Add(bus, new ArrayList());
        }

        return (ArrayList)_addresses[bus];
    }

    public void Add(Ds18b20Probe probe, int periodMs)
    {
        Probes.Add(probe);
        if (periodMs < ProbePeriodMs)
        {
            ProbePeriodMs = periodMs;
        }
    }
}

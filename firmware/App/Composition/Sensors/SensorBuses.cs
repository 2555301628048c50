using System.Collections;
using System.Device.Gpio;
using System.Device.I2c;
using System.IO.Ports;
using Appliance.Drivers.Ds18b20;
using Appliance.Drivers.Modbus;

namespace Appliance.App.Composition.Sensors;

/// <summary>The buses that sensors share, opened at first use.</summary>
public sealed class SensorBuses
{
    private readonly Hashtable _ports = new Hashtable();

    public SensorBuses(GpioController gpio)
    {
        Gpio = gpio;
        Analogue = new AnalogueInputs(this);
    }

    public GpioController Gpio { get; }

    public AnalogueInputs Analogue { get; }

    /// <summary>The probes of the 1-Wire bus: they become one chain.</summary>
    public ArrayList Probes { get; } = new ArrayList();

    /// <summary>Milliseconds between two readings of the chain: those of the most eager probe.</summary>
    public int ProbePeriodMs { get; private set; } = int.MaxValue;

    /// <summary>The device at <c>bus= address=</c>.</summary>
    public I2cDevice I2c(SensorEntry entry) => new I2cDevice(
        new I2cConnectionSettings(entry.Number("bus", 1, 2, 1), entry.Number("address", 3, 119)));

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

        return (ModbusPort)_ports[name];
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

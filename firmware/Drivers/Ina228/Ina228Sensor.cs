using Appliance.Core.Chips;
using Appliance.Core.Metrics;
using System.Device.I2c;

namespace Appliance.Drivers.Ina228;

/// <summary>TI INA228: voltage, current and power of a DC rail of up to 85 V, and the temperature of the chip.</summary>
public sealed class Ina228Sensor : RailSensor
{
    /// <summary>RST of the configuration register: all registers as after power-on, among them the range of the shunt.</summary>
    private const int Reset = 0x8000;

    /// <summary>
    /// 16 averages of three conversions of 1.052 ms each, and the clock, which is a tick of 10 ms and the sensors before this one
    /// behind when the set-up goes out.
    /// </summary>
    private const int ConversionMs = 80;

    private readonly int _shuntMicroohm;
    private int _flags;
    private int _bus;
    private int _shunt;
    private int _temperature;

    /// <param name="shuntMicroohm">Resistance of the shunt.</param>
    /// <param name="volts">Volts with three decimals.</param>
    /// <param name="amperes">Amperes with three decimals.</param>
    /// <param name="watts">Watts with one decimal.</param>
    /// <param name="die">Degrees Celsius with one decimal.</param>
    public Ina228Sensor(
        string name, I2cDevice device, int periodMs, int shuntMicroohm, Metric volts, Metric amperes, Metric watts, Metric die)
        : base(
            name,
            device,
            periodMs,
            new Metric[] { volts, amperes, watts, die },
            Ina228Register.AdcConfiguration,
            Ina228Reading.AdcConfiguration,
            ConversionMs)
    {
        _shuntMicroohm = shuntMicroohm;
    }

    protected override Quality State => Ina228Reading.State(_flags);

    protected override bool TrySetUp() =>
        Registers.Read(Ina228Register.DeviceId, 2, out int id) && Ina228Reading.IsIna228(id)
        && Registers.Write(Ina228Register.Configuration, Reset)
        && Registers.Write(Ina228Register.Diagnostic, Ina228Reading.Latch)
        && Registers.Write(Ina228Register.AdcConfiguration, Ina228Reading.AdcConfiguration);

    protected override bool TryRead() =>
        Registers.Read(Ina228Register.Diagnostic, 2, out _flags)
        && Registers.Read(Ina228Register.BusVoltage, 3, out _bus)
        && Registers.Read(Ina228Register.ShuntVoltage, 3, out _shunt)
        && Registers.Read(Ina228Register.DieTemperature, 2, out _temperature);

    protected override void Take(long now)
    {
        Quality volts = Ina228Reading.Volts(_bus, out long millivolts);
        Quality amperes = Ina228Reading.Amperes(_shunt, _shuntMicroohm, out long milliamperes);
        Put(volts, millivolts, amperes, milliamperes, now);
        Metrics[3].Put(Ina228Reading.Celsius(_temperature, out long tenths), tenths, now);
    }
}

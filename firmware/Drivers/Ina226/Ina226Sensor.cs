using Appliance.Core.Chips;
using Appliance.Core.Metrics;
using System.Device.I2c;

namespace Appliance.Drivers.Ina226;

/// <summary>TI INA226: voltage, current and power of a DC rail of up to 36 V.</summary>
public sealed class Ina226Sensor : RailSensor
{
    /// <summary>
    /// 16 averages of two conversions of at most 1.21 ms each; the clock is a tick of 10 ms and the sensors before this one
    /// behind when the set-up goes out.
    /// </summary>
    private const int ConversionMs = 60;

    private readonly int _shuntMicroohm;
    private int _flags;
    private int _bus;
    private int _shunt;

    /// <param name="shuntMicroohm">Resistance of the shunt.</param>
    /// <param name="volts">Volts with three decimals.</param>
    /// <param name="amperes">Amperes with three decimals.</param>
    /// <param name="watts">Watts with one decimal.</param>
    public Ina226Sensor(
        string name, I2cDevice device, int periodMs, int shuntMicroohm, Metric volts, Metric amperes, Metric watts)
        : base(
            name,
            device,
            periodMs,
            new Metric[] { volts, amperes, watts },
            Ina226Register.Configuration,
            Ina226Reading.Configuration,
            ConversionMs)
    {
        _shuntMicroohm = shuntMicroohm;
    }

    protected override Quality State =>
        (_flags & Ina226Reading.ConversionReady) == 0 ? Quality.Timeout : Quality.Ok;

    protected override bool TrySetUp() =>
        Registers.Read(Ina226Register.ManufacturerId, 2, out int id) && id == Ina226Reading.ManufacturerId
        && Registers.Write(Ina226Register.Configuration, Ina226Reading.Configuration);

    protected override bool TryRead() =>
        Registers.Read(Ina226Register.MaskEnable, 2, out _flags)
        && Registers.Read(Ina226Register.BusVoltage, 2, out _bus)
        && Registers.Read(Ina226Register.ShuntVoltage, 2, out _shunt);

    protected override void Take(long now)
    {
        Quality volts = Ina226Reading.Volts(_bus, out long millivolts);
        Quality amperes = Ina226Reading.Amperes(_shunt, _shuntMicroohm, out long milliamperes);
        Put(volts, millivolts, amperes, milliamperes, now);
    }
}

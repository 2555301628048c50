using Appliance.Core.Chips;
using Appliance.Core.Metrics;
using System.Device.I2c;

namespace Appliance.Drivers.Ina219;

/// <summary>
/// TI INA219: voltage, current and power of a DC rail of up to 26 V. It has no id: that the configuration reads back as it was
/// written is all that can be known of what answers at its address.
/// </summary>
public sealed class Ina219Sensor : RailSensor
{
    /// <summary>
    /// 32 samples of bus and shunt, at most 18.8 ms each; the clock is a tick of 10 ms and the sensors before this one behind
    /// when the set-up goes out.
    /// </summary>
    private const int ConversionMs = 60;

    private readonly int _shuntMicroohm;
    private int _bus;
    private int _shunt;

    /// <param name="shuntMicroohm">Resistance of the shunt.</param>
    /// <param name="volts">Volts with three decimals.</param>
    /// <param name="amperes">Amperes with three decimals.</param>
    /// <param name="watts">Watts with one decimal.</param>
    public Ina219Sensor(
        string name, I2cDevice device, int periodMs, int shuntMicroohm, Metric volts, Metric amperes, Metric watts)
        : base(
            name,
            device,
            periodMs,
            new Metric[] { volts, amperes, watts },
            Ina219Register.Configuration,
            Ina219Reading.Configuration,
            ConversionMs)
    {
        _shuntMicroohm = shuntMicroohm;
    }

    protected override Quality State =>
        (_bus & Ina219Reading.ConversionReady) == 0 ? Quality.Timeout : Quality.Ok;

    protected override bool TrySetUp() =>
        Registers.Write(Ina219Register.Configuration, Ina219Reading.Reset)
        && Registers.Write(Ina219Register.Configuration, Ina219Reading.Configuration);

    // The power itself is nothing without a calibration; to read it clears the flag that tells of a new conversion.
    protected override bool TryRead() =>
        Registers.Read(Ina219Register.BusVoltage, 2, out _bus)
        && Registers.Read(Ina219Register.ShuntVoltage, 2, out _shunt)
        && Registers.Read(Ina219Register.Power, 2, out _);

    protected override void Take(long now)
    {
        Quality volts = Ina219Reading.Volts(_bus, out long millivolts);
        Quality amperes = Ina219Reading.Amperes(_bus, _shunt, _shuntMicroohm, out long milliamperes);
        Put(volts, millivolts, amperes, milliamperes, now);
    }
}

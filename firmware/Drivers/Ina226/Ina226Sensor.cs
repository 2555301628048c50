using Appliance.Core.Chips;
using Appliance.Core.Metrics;
using System;
using System.Device.I2c;

namespace Appliance.Drivers.Ina226;

/// <summary>TI INA226: voltage, current and power of a DC rail of up to 36 V.</summary>
public sealed class Ina226Sensor : Sensor
{
    /// <summary>
    /// 16 averages of two conversions of at most 1.21 ms each; the clock is a tick of 10 ms and the sensors before this one
    /// behind when the set-up goes out.
    /// </summary>
    private const int ConversionMs = 60;

    private readonly byte[] _pointer = new byte[1];
    private readonly byte[] _word = new byte[2];
    private readonly byte[] _write = new byte[3];
    private readonly I2cDevice _device;
    private readonly int _shuntMicroohm;
    private readonly Metric _volts;
    private readonly Metric _amperes;
    private readonly Metric _watts;
    private Quality _failure;

    /// <param name="shuntMicroohm">Resistance of the shunt.</param>
    /// <param name="volts">Volts with three decimals.</param>
    /// <param name="amperes">Amperes with three decimals.</param>
    /// <param name="watts">Watts with one decimal.</param>
    public Ina226Sensor(
        string name, I2cDevice device, int periodMs, int shuntMicroohm, Metric volts, Metric amperes, Metric watts)
        : base(name, periodMs, new Metric[] { volts, amperes, watts })
    {
        _device = device;
        _shuntMicroohm = shuntMicroohm;
        _volts = volts;
        _amperes = amperes;
        _watts = watts;
    }

    public override long Step(long now)
    {
        _failure = Quality.NotPresent;
        if (!Read(Ina226Register.Configuration, out int configuration))
        {
            Fail(_failure, now);
            return now + PeriodMs;
        }

        if (configuration != Ina226Reading.Configuration)
        {
            return Configure(now);
        }

        if (!Read(Ina226Register.MaskEnable, out int flags)
            || !Read(Ina226Register.BusVoltage, out int bus)
            || !Read(Ina226Register.ShuntVoltage, out int shunt))
        {
            Fail(_failure, now);
        }
        else if ((flags & Ina226Reading.ConversionReady) == 0)
        {
            // The registers hold the zeros of the reset, or what was told already.
            Fail(Quality.Timeout, now);
        }
        else
        {
            Take(bus, shunt, now);
        }

        return now + PeriodMs;
    }

    /// <summary>The chip is new, or lost its power since: it is set up, and read when it has measured once.</summary>
    private long Configure(long now)
    {
        _write[0] = Ina226Register.Configuration;
        _write[1] = Ina226Reading.Configuration >> 8;
        _write[2] = Ina226Reading.Configuration & 0xFF;
        bool isIna226 = Read(Ina226Register.ManufacturerId, out int id) && id == Ina226Reading.ManufacturerId;
        if (isIna226 && _device.Write(new SpanByte(_write)).Status == I2cTransferStatus.FullTransfer
            && Read(Ina226Register.Configuration, out int written) && written == Ina226Reading.Configuration)
        {
            return now + ConversionMs;
        }

        Fail(_failure, now);
        return now + PeriodMs;
    }

    private void Take(int bus, int shunt, long now)
    {
        Quality voltsQuality = Ina226Reading.Volts(bus, out long millivolts);
        Quality amperesQuality = Ina226Reading.Amperes(shunt, _shuntMicroohm, out long milliamperes);
        _volts.Put(voltsQuality, millivolts, now);
        _amperes.Put(amperesQuality, milliamperes, now);
        _watts.Put(
            voltsQuality != Quality.Ok ? voltsQuality : amperesQuality,
            Ina226Reading.TenthsOfWatt(millivolts, milliamperes),
            now);
    }

    private bool Read(byte register, out int value)
    {
        _pointer[0] = register;
        I2cTransferResult result = _device.WriteRead(new SpanByte(_pointer), new SpanByte(_word));
        value = (_word[0] << 8) | _word[1];
        if (result.Status == I2cTransferStatus.FullTransfer)
        {
            return true;
        }

        _failure = I2cFailure.Of(result.Status, Quality.NotPresent);
        return false;
    }
}

using Appliance.Core.Chips;
using Appliance.Core.Metrics;
using System;
using System.Device.I2c;

namespace Appliance.Drivers.Sht4x;

/// <summary>Sensirion SHT4x: temperature and humidity, high precision, one command and one read (datasheet section 4.5).</summary>
public sealed class Sht4xSensor : Sensor
{
    private const byte MeasureHighPrecision = 0xFD;

    /// <summary>At most 8.3 ms; the clock is a tick of 10 ms and the sensors before this one behind when the command goes out.</summary>
    private const int MeasurementMs = 30;

    private readonly byte[] _reply = new byte[Sht4xReply.Length];
    private readonly I2cDevice _device;
    private readonly Metric _temperature;
    private readonly Metric _humidity;
    private bool _isMeasuring;
    private long _started;

    /// <param name="temperature">Degrees Celsius with two decimals.</param>
    /// <param name="humidity">Percent with two decimals.</param>
    public Sht4xSensor(string name, I2cDevice device, int periodMs, Metric temperature, Metric humidity)
        : base(name, periodMs, new Metric[] { temperature, humidity })
    {
        _device = device;
        _temperature = temperature;
        _humidity = humidity;
    }

    public override bool IsUnderWay => _isMeasuring;

    public override long Step(long now)
    {
        if (!_isMeasuring)
        {
            return Start(now);
        }

        _isMeasuring = false;
        Collect(now);
        return _started + PeriodMs;
    }

    private long Start(long now)
    {
        _started = now;
        I2cTransferStatus status = _device.WriteByte(MeasureHighPrecision).Status;
        if (status != I2cTransferStatus.FullTransfer)
        {
            Fail(I2cFailure.Of(status, Quality.NotPresent), now);
            return now + PeriodMs;
        }

        _isMeasuring = true;
        return now + MeasurementMs;
    }

    private void Collect(long now)
    {
        // While it still measures, the chip does not acknowledge.
        I2cTransferStatus status = _device.Read(new SpanByte(_reply)).Status;
        if (status != I2cTransferStatus.FullTransfer)
        {
            Fail(I2cFailure.Of(status, Quality.Timeout), now);
            return;
        }

        Quality quality = Sht4xReply.Decode(_reply, out long temperature, out long humidity);
        if (quality != Quality.Ok)
        {
            Fail(quality, now);
            return;
        }

        _temperature.Set(temperature, now);
        _humidity.Set(humidity, now);
    }
}

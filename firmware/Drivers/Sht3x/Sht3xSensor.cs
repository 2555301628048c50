using Appliance.Core.Chips;
using Appliance.Core.Metrics;
using System;
using System.Device.I2c;

namespace Appliance.Drivers.Sht3x;

/// <summary>
/// Sensirion SHT3x: temperature and humidity, single shots of high repeatability without clock stretching (datasheet section
/// 4.3). A dip of its supply drops the measurement, so that nothing wrong can be read and nothing has to be set up again.
/// </summary>
public sealed class Sht3xSensor : Sensor
{
    /// <summary>
    /// At most 15 ms; the clock is a tick of 10 ms and the sensors before this one behind when the command goes out, and some
    /// chips need longer.
    /// </summary>
    private const int MeasurementMs = 60;

    /// <summary>At least 1 ms between two commands.</summary>
    private const int BreakMs = 20;

    private readonly byte[] _singleShot = new byte[] { 0x24, 0x00 };
    private readonly byte[] _break = new byte[] { 0x30, 0x93 };
    private readonly byte[] _reply = new byte[Sht3xReply.Length];
    private readonly I2cDevice _device;
    private readonly Metric _temperature;
    private readonly Metric _humidity;
    private bool _isIdle;
    private bool _isMeasuring;
    private long _started;

    /// <param name="temperature">Degrees Celsius with two decimals.</param>
    /// <param name="humidity">Percent with two decimals.</param>
    public Sht3xSensor(string name, I2cDevice device, int periodMs, Metric temperature, Metric humidity)
        : base(name, periodMs, new Metric[] { temperature, humidity })
    {
        _device = device;
        _temperature = temperature;
        _humidity = humidity;
    }

    public override bool IsUnderWay => _isMeasuring;

    public override long Step(long now)
    {
        if (_isMeasuring)
        {
            _isMeasuring = false;
            Collect(now);
            return _started + PeriodMs;
        }

        _started = now;
        if (!_isIdle)
        {
            // Who was here before may have left it measuring by itself, and then it takes no single shots.
            _isIdle = Command(_break, now);
            return now + (_isIdle ? BreakMs : PeriodMs);
        }

        _isMeasuring = Command(_singleShot, now);
        _isIdle = _isMeasuring;
        return now + (_isMeasuring ? MeasurementMs : PeriodMs);
    }

    private bool Command(byte[] command, long now)
    {
        I2cTransferStatus status = _device.Write(new SpanByte(command)).Status;
        if (status == I2cTransferStatus.FullTransfer)
        {
            return true;
        }

        Fail(I2cFailure.Of(status, Quality.NotPresent), now);
        return false;
    }

    private void Collect(long now)
    {
        // While it still measures, and after a dip of its supply, the chip does not acknowledge.
        I2cTransferStatus status = _device.Read(new SpanByte(_reply)).Status;
        if (status != I2cTransferStatus.FullTransfer)
        {
            _isIdle = false;
            Fail(I2cFailure.Of(status, Quality.Timeout), now);
            return;
        }

        Quality quality = Sht3xReply.Decode(_reply, out long temperature, out long humidity);
        _temperature.Put(quality, temperature, now);
        _humidity.Put(quality, humidity, now);
    }
}

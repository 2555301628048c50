using Appliance.Core.Chips;
using Appliance.Core.Metrics;
using System;
using System.Device.I2c;

namespace Appliance.Drivers.Bme280;

/// <summary>
/// Bosch BME280: temperature, humidity and pressure, one forced measurement a reading (datasheet section 3.3.3). A BMP280, often
/// sold under its name, is the same but for the humidity: that one is then told as not present, and the others are read.
/// </summary>
public sealed class Bme280Sensor : Sensor
{
    private const byte Bme280Id = 0x60;
    private const byte Bmp280Id = 0x58;

    /// <summary>Bits of the status: it measures, and it copies the calibration to where it can be read.</summary>
    private const byte Measuring = 0x08;

    private const byte Copying = 0x01;

    /// <summary>Humidity once.</summary>
    private const byte ControlHumidity = 0x01;

    /// <summary>Temperature twice and pressure four times, asleep.</summary>
    private const byte Asleep = 0x4C;

    private const byte Forced = Asleep | 0x01;

    /// <summary>A standby time, which forced measurements do not use: after a dip of the supply it would be 0.</summary>
    private const byte Mark = 0xA0;

    /// <summary>
    /// At most 18.5 ms; the clock is a tick of 10 ms and the sensors before this one behind when the command goes out.
    /// </summary>
    private const int MeasurementMs = 50;

    private const int LongestMeasurementMs = 200;
    private const int LookAgainMs = 20;

    private readonly byte[] _pointer = new byte[1];
    private readonly byte[] _single = new byte[1];
    private readonly byte[] _first = new byte[Bme280Calibration.FirstLength];
    private readonly byte[] _second = new byte[Bme280Calibration.SecondLength];

    /// <summary>Registers 0xF2 to 0xFE, in one transfer: the values and the settings under which they came about.</summary>
    private readonly byte[] _result = new byte[13];

    private readonly byte[] _setUp = new byte[]
    {
        Bme280Register.Measure, Asleep,
        Bme280Register.Configuration, Mark,
        Bme280Register.ControlHumidity, ControlHumidity,
    };

    private readonly byte[] _measure = new byte[] { Bme280Register.Measure, Forced };
    private readonly Bme280Calibration _calibration = new Bme280Calibration();
    private readonly I2cDevice _device;
    private readonly Metric _temperature;
    private readonly Metric _humidity;
    private readonly Metric _pressure;
    private bool _isSetUp;
    private bool _isMeasuring;
    private bool _isSecondLook;
    private bool _hasHumidity;
    private long _started;
    private Quality _failure;

    /// <param name="temperature">Degrees Celsius with two decimals.</param>
    /// <param name="humidity">Percent with two decimals.</param>
    /// <param name="pressure">Hectopascal with two decimals.</param>
    public Bme280Sensor(string name, I2cDevice device, int periodMs, Metric temperature, Metric humidity, Metric pressure)
        : base(name, periodMs, new Metric[] { temperature, humidity, pressure })
    {
        _device = device;
        _temperature = temperature;
        _humidity = humidity;
        _pressure = pressure;
    }

    public override bool IsUnderWay => _isMeasuring;

    public override long Step(long now)
    {
        if (_isMeasuring)
        {
            return Collect(now);
        }

        _started = now;
        _isSetUp = _isSetUp || SetUp();
        _isMeasuring = _isSetUp && Write(_measure);
        if (_isMeasuring)
        {
            return now + MeasurementMs;
        }

        _isSetUp = false;
        Fail(_failure, now);
        return now + PeriodMs;
    }

    /// <summary>
    /// The mark is set before the calibration is read: as long as it stands, the chip is the one that the calibration is of.
    /// </summary>
    private bool SetUp()
    {
        if (!Read(Bme280Register.Id, _single))
        {
            return false;
        }

        byte id = _single[0];
        if (id != Bme280Id && id != Bmp280Id)
        {
            _failure = Quality.NotPresent;
            return false;
        }

        if (!Read(Bme280Register.Status, _single))
        {
            return false;
        }

        if ((_single[0] & Copying) != 0)
        {
            _failure = Quality.Timeout;
            return false;
        }

        if (!Write(_setUp)
            || !Read(Bme280Register.Calibration, _first)
            || !Read(Bme280Register.HumidityCalibration, _second))
        {
            return false;
        }

        _hasHumidity = id == Bme280Id;
        _calibration.Load(_first, _second);
        return true;
    }

    private long Collect(long now)
    {
        _isMeasuring = false;
        if (!Read(Bme280Register.ControlHumidity, _result))
        {
            _isSetUp = false;
            Fail(_failure, now);
            return _started + PeriodMs;
        }

        bool isMarked = _result[3] == Mark && (!_hasHumidity || (_result[0] & 7) == ControlHumidity);
        if (!isMarked || (_result[2] != Asleep && _result[2] != Forced))
        {
            // A dip of the supply has taken the settings, and perhaps it is another chip. It is measured again at once, but
            // not again and again.
            _isSetUp = false;
            _isSecondLook = !_isSecondLook;
            Fail(Quality.PowerOn, now);
            return _isSecondLook ? now : _started + PeriodMs;
        }

        if ((_result[1] & Measuring) == 0 && _result[2] == Asleep)
        {
            Take(now);
            return _started + PeriodMs;
        }

        if (now - _started < LongestMeasurementMs)
        {
            _isMeasuring = true;
            return now + LookAgainMs;
        }

        _isSetUp = false;
        Fail(Quality.Timeout, now);
        return _started + PeriodMs;
    }

    private void Take(long now)
    {
        _isSecondLook = false;
        int pressure = (_result[5] << 12) | (_result[6] << 4) | (_result[7] >> 4);
        int temperature = (_result[8] << 12) | (_result[9] << 4) | (_result[10] >> 4);
        int humidity = (_result[11] << 8) | _result[12];
        if (Bme280Reading.IsPowerOn(temperature, pressure))
        {
            Fail(Quality.PowerOn, now);
            return;
        }

        Quality quality = Bme280Reading.Temperature(_calibration, temperature, out long fine, out long value);
        _temperature.Put(quality, value, now);
        _isSetUp = quality != Quality.NotCalibrated;

        // The other two are computed from the temperature as well.
        Quality pressureQuality = Bme280Reading.Pressure(_calibration, pressure, fine, out value);
        _pressure.Put(quality != Quality.Ok ? quality : pressureQuality, value, now);
        Quality humidityQuality = Bme280Reading.Humidity(_calibration, humidity, fine, out value);
        _humidity.Put(!_hasHumidity ? Quality.NotPresent : quality != Quality.Ok ? quality : humidityQuality, value, now);
    }

    private bool Write(byte[] bytes) => IsDone(_device.Write(new SpanByte(bytes)).Status);

    private bool Read(byte register, byte[] bytes)
    {
        _pointer[0] = register;
        return IsDone(_device.WriteRead(new SpanByte(_pointer), new SpanByte(bytes)).Status);
    }

    private bool IsDone(I2cTransferStatus status)
    {
        _failure = I2cFailure.Of(status, Quality.NotPresent);
        return status == I2cTransferStatus.FullTransfer;
    }
}

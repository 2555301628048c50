using VirtualBoard.Buses;
using VirtualBoard.Running;

namespace VirtualRack.Chips;

/// <summary>
/// BME280 for temperature, humidity and pressure on I2C, register by register (Bosch BME280 datasheet, sections 3 to 6 and
/// appendices). The filter is not modelled: it only delays.
/// </summary>
public sealed class Bme280 : FaultyChip<Bme280Faults>, II2cSlave
{
    private const int Id = 0xD0, Reset = 0xE0, ControlHumidity = 0xF2, Status = 0xF3, Measure = 0xF4, Configuration = 0xF5, Data = 0xF7;
    private const int Asleep = 0, Normal = 3;
    private const byte Measuring = 0x08, Copying = 0x01;

    /// <summary>From power-on to the first answer.</summary>
    private const long StartUpMicros = 2_000;

    private static readonly long[] StandbyMicros = [500, 62_500, 125_000, 250_000, 500_000, 1_000_000, 10_000, 20_000];

    private readonly TimeBase _time;
    private readonly Func<double> _celsius;
    private readonly Func<double> _humidity;
    private readonly Func<double> _hectopascal;
    private readonly Bme280Calibration _calibration;
    private readonly Bme280Math _math;
    private readonly byte[] _registers = new byte[256];

    private int _pointer;
    private int _written;
    private int _humidityOversampling;
    private long _startedAt;
    private long _cycles;
    private long _busyUntil;

    /// <param name="celsius">Air temperature at the chip.</param>
    /// <param name="humidity">Relative humidity at the chip in percent.</param>
    /// <param name="hectopascal">Air pressure.</param>
    /// <param name="calibration">What the maker has burnt in, or null for an ordinary part.</param>
    public Bme280(
        TimeBase time, Func<double> celsius, Func<double> humidity, Func<double> hectopascal, Bme280Calibration? calibration = null)
    {
        _time = time;
        _celsius = celsius;
        _humidity = humidity;
        _hectopascal = hectopascal;
        _calibration = calibration ?? new Bme280Calibration();
        _math = new Bme280Math(_calibration);
        BrownOut();
        _busyUntil = 0;
    }

    public override void BrownOut()
    {
        Array.Clear(_registers);
        _calibration.Store(_registers);
        Show(0x80000, 0x80000, 0x8000);
        _pointer = 0;
        _humidityOversampling = 0;
        _busyUntil = _time.NowMicros + StartUpMicros;
    }

    public bool Start(bool read)
    {
        if (Has(Bme280Faults.Absent) || _time.NowMicros < _busyUntil)
            return false;

        // What is read in one transfer belongs together: values change between transfers only.
        Convert();
        _written = 0;
        return true;
    }

    /// <summary>A register and its value, as often as wanted; a register alone is where a read begins.</summary>
    public bool Write(byte value)
    {
        if (_written++ % 2 == 0)
            _pointer = value;
        else
            Store(_pointer, value);
        return true;
    }

    public byte Read()
    {
        int register = _pointer;
        _pointer = (_pointer + 1) & 0xFF;
        return Value(register);
    }

    public void Stop()
    {
    }

    protected override void AfterFaultsChange()
    {
        if (Has(Bme280Faults.Absent))
            BrownOut();
    }

    private byte Value(int register) => register switch
    {
        Id => (byte)(Has(Bme280Faults.Bmp280) ? 0x58 : 0x60),
        Status => (byte)((IsMeasuring() ? Measuring : 0) | (Has(Bme280Faults.NvmBusy) ? Copying : 0)),
        ControlHumidity or 0xA1 or (>= 0xE1 and <= 0xE7) when Has(Bme280Faults.Bmp280) => 0,
        0xFD when Has(Bme280Faults.Bmp280) => 0x80,
        0xFE when Has(Bme280Faults.Bmp280) => 0,
        (>= 0x88 and <= 0xA1) or (>= 0xE1 and <= 0xE7) when Has(Bme280Faults.CalibrationOnes) => 0xFF,
        (>= 0x88 and <= 0xA1) or (>= 0xE1 and <= 0xE7) when Has(Bme280Faults.CalibrationZeros) => 0,
        (>= 0x88 and <= 0xA1) or (>= 0xE1 and <= 0xE7) when Has(Bme280Faults.NvmBusy) => 0,
        _ => _registers[register],
    };

    private void Store(int register, byte value)
    {
        switch (register)
        {
            case Reset when value == 0xB6:
                BrownOut();
                break;
            case ControlHumidity:
                _registers[register] = (byte)(value & 0x07);
                break;
            case Measure:
                _registers[register] = value;
                _humidityOversampling = _registers[ControlHumidity];
                _startedAt = _time.NowMicros;
                _cycles = 0;
                break;
            case Configuration when Mode != Normal:
                _registers[register] = (byte)(value & 0xFD);
                break;
        }
    }

    private int Mode => _registers[Measure] & 3;

    /// <summary>Longest time of one measurement with the oversampling of all three (appendix 9.1).</summary>
    private long MeasurementMicros()
    {
        int temperature = Times(_registers[Measure] >> 5);
        int pressure = Times(_registers[Measure] >> 2);
        int humidity = Times(_humidityOversampling);
        long micros = 1_250 + (2_300 * temperature)
            + (pressure > 0 ? (2_300 * pressure) + 575 : 0) + (humidity > 0 ? (2_300 * humidity) + 575 : 0);
        return Has(Bme280Faults.Slow) ? 3 * micros : micros;
    }

    private static int Times(int code) => (code & 7) == 0 ? 0 : 1 << Math.Min((code & 7) - 1, 4);

    private long CycleMicros() => Mode == Normal
        ? MeasurementMicros() + StandbyMicros[_registers[Configuration] >> 5]
        : MeasurementMicros();

    private bool IsMeasuring() => Mode != Asleep
        && (Has(Bme280Faults.NeverReady) || (_time.NowMicros - _startedAt) % CycleMicros() < MeasurementMicros());

    /// <summary>Takes over the last measurement that has ended by now; a forced one puts the chip to sleep again.</summary>
    private void Convert()
    {
        if (Mode == Asleep || Has(Bme280Faults.NeverReady))
            return;

        long cycle = CycleMicros();
        long cycles = (_time.NowMicros - _startedAt + cycle - MeasurementMicros()) / cycle;
        if (cycles == _cycles)
            return;

        _cycles = cycles;
        if (!Has(Bme280Faults.Stuck))
            Convert(_registers[Measure] >> 5 & 7, _registers[Measure] >> 2 & 7);
        if (Mode != Normal)
            _registers[Measure] &= 0xFC;
    }

    private void Convert(int temperatureCode, int pressureCode)
    {
        if (Has(Bme280Faults.PowerOnValue))
        {
            Show(0x80000, 0x80000, 0x8000);
            return;
        }

        if (Has(Bme280Faults.OutOfRange))
        {
            Show(0xFFFFF, 0, 0xFFFF);
            return;
        }

        int temperature = Resolved(_math.RawTemperature(Finite(_celsius())), temperatureCode);
        double fine = _math.Fine(temperature);
        int pressure = Resolved(_math.RawPressure(100 * Finite(_hectopascal()), fine), pressureCode);
        int humidity = _humidityOversampling == 0 ? 0x8000 : _math.RawHumidity(Finite(_humidity()), fine);
        Show(temperature, pressure, humidity);
    }

    /// <summary>Without the filter there are 16 bits, and one more for each doubling of the oversampling (tables 13 and 14).</summary>
    private static int Resolved(int raw, int code)
    {
        int unused = 5 - Math.Clamp(code, 1, 5);
        return code == 0 ? 0x80000 : raw >> unused << unused;
    }

    private void Show(int temperature, int pressure, int humidity)
    {
        ReadOnlySpan<byte> data =
        [
            (byte)(pressure >> 12), (byte)(pressure >> 4), (byte)(pressure << 4),
            (byte)(temperature >> 12), (byte)(temperature >> 4), (byte)(temperature << 4),
            (byte)(humidity >> 8), (byte)humidity,
        ];
        data.CopyTo(_registers.AsSpan(Data));
    }

    private static double Finite(double value) => double.IsFinite(value) ? value : 0;
}

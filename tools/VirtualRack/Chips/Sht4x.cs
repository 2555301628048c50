using VirtualBoard.Buses;
using VirtualBoard.Running;

namespace VirtualRack.Chips;

/// <summary>SHT4x thermometer and hygrometer on I2C (Sensirion SHT4x datasheet, command table and timing).</summary>
public sealed class Sht4x : FaultyChip<Sht4xFaults>, II2cSlave
{
    private const long ResetMicros = 1000;

    /// <summary>How much a milliwatt of the heater warms the die when the pulse is over. An assumption; about 12 K at full power.</summary>
    private const double KelvinPerMilliwatt = 0.06;

    private readonly TimeBase _time;
    private readonly Func<double> _celsius;
    private readonly Func<double> _humidity;
    private readonly uint _serial;

    private byte[]? _reply;
    private byte[]? _lastWords;
    private bool _measuring;
    private bool _reading;
    private int _heaterMilliwatt;
    private long _busyUntil;
    private int _position;

    /// <param name="celsius">Air temperature at the chip.</param>
    /// <param name="humidity">Relative humidity at the chip in percent.</param>
    public Sht4x(TimeBase time, Func<double> celsius, Func<double> humidity, uint serial = 0x0F4A_17C3)
    {
        _time = time;
        _celsius = celsius;
        _humidity = humidity;
        _serial = serial;
    }

    public override void BrownOut()
    {
        _reply = null;
        _measuring = false;
        _busyUntil = _time.NowMicros + ResetMicros;
    }

    public bool Start(bool read)
    {
        if (Has(Sht4xFaults.Absent) || _time.NowMicros < _busyUntil)
            return false;

        Finish();
        _position = 0;
        _reading = read;
        return !read || _reply is not null;
    }

    public bool Write(byte value)
    {
        if (_position++ > 0 || Has(Sht4xFaults.RefusesCommands))
            return false;

        _reply = null;
        switch (value)
        {
            case 0xFD:
                return Measure(8_300, 0);
            case 0xF6:
                return Measure(4_500, 0);
            case 0xE0:
                return Measure(1_600, 0);
            case 0x39:
                return Measure(1_100_000, 200);
            case 0x32:
                return Measure(110_000, 200);
            case 0x2F:
                return Measure(1_100_000, 110);
            case 0x24:
                return Measure(110_000, 110);
            case 0x1E:
                return Measure(1_100_000, 20);
            case 0x15:
                return Measure(110_000, 20);
            case 0x94:
                BrownOut();
                return true;
            case 0x89:
                _reply = Words((int)(_serial >> 16), (int)(_serial & 0xFFFF));
                return true;
            default:
                return false;
        }
    }

    public byte Read() => _reply is { } reply && _position < reply.Length ? reply[_position++] : (byte)0xFF;

    public void Stop()
    {
        if (_reading)
            _reply = null;
        _reading = false;
    }

    private bool Measure(long micros, int heaterMilliwatt)
    {
        _measuring = true;
        _heaterMilliwatt = heaterMilliwatt;
        _busyUntil = Has(Sht4xFaults.NeverReady) ? long.MaxValue
            : _time.NowMicros + (Has(Sht4xFaults.Slow) ? 3 * micros : micros);
        return true;
    }

    private void Finish()
    {
        if (!_measuring)
            return;

        _measuring = false;
        double ambient = Finite(_celsius());
        double celsius = ambient + (_heaterMilliwatt * KelvinPerMilliwatt);
        double humidity = Finite(_humidity()) * Vapour.Saturation(ambient) / Vapour.Saturation(celsius);
        if (!Has(Sht4xFaults.Stuck) || _lastWords is null)
            _lastWords = Words(Word((celsius + 45) / 175), Word((humidity + 6) / 125));
        _reply = Has(Sht4xFaults.OutOfRange) ? Words(0xFFFF, 0xFFFF) : [.. _lastWords];
        if (Has(Sht4xFaults.CrcError))
        {
            _reply[2] ^= 0x01;
            _reply[5] ^= 0x80;
        }
    }

    protected override void AfterFaultsChange()
    {
        if (!Has(Sht4xFaults.NeverReady) && _busyUntil == long.MaxValue)
            _busyUntil = 0;
        if (Has(Sht4xFaults.Absent))
            BrownOut();
    }

    private static double Finite(double value) => double.IsFinite(value) ? value : 0;

    private static int Word(double share) => (int)Math.Round(Math.Clamp(share, 0, 1) * 65535);

    private static byte[] Words(int first, int second)
    {
        byte[] a = [(byte)(first >> 8), (byte)first];
        byte[] b = [(byte)(second >> 8), (byte)second];
        return [.. a, Crc8.Sensirion(a), .. b, Crc8.Sensirion(b)];
    }
}

using VirtualBoard.Buses;
using VirtualBoard.Running;

namespace VirtualRack.Chips;

/// <summary>SHT3x thermometer and hygrometer on I2C (Sensirion SHT3x-DIS datasheet, section 4).</summary>
public sealed class Sht3x : FaultyChip<Sht3xFaults>, II2cSlave
{
    private const int AlertPending = 0x8000, HeaterOn = 0x2000, AlertHumidity = 0x0800, AlertTemperature = 0x0400;
    private const int ResetSeen = 0x0010, CommandRejected = 0x0002, ChecksumFailed = 0x0001;

    private const long ResetMicros = 1_500;

    /// <summary>How much the heater warms the die. An assumption: the datasheet says some degrees.</summary>
    private const double HeaterKelvin = 3;

    /// <summary>Codes that write the alert limits, in the order of <see cref="ReadLimit"/>.</summary>
    private static readonly int[] WriteLimit = [0x611D, 0x6116, 0x610B, 0x6100];

    private static readonly int[] ReadLimit = [0xE11F, 0xE114, 0xE109, 0xE102];

    private readonly TimeBase _time;
    private readonly Func<double> _celsius;
    private readonly Func<double> _humidity;
    private readonly uint _serial;
    private readonly int[] _limits = new int[4];
    private readonly byte[] _written = new byte[5];

    private Sht3xMode? _mode;
    private byte[]? _reply;
    private byte[]? _lastWords;
    private int _status;
    private long _startedAt;
    private long _busyUntil;
    private long _fetched;
    private bool _reading;
    private int _position;

    /// <param name="celsius">Air temperature at the chip.</param>
    /// <param name="humidity">Relative humidity at the chip in percent.</param>
    public Sht3x(TimeBase time, Func<double> celsius, Func<double> humidity, uint serial = 0x0E31_5D0C)
    {
        _time = time;
        _celsius = celsius;
        _humidity = humidity;
        _serial = serial;
        BrownOut();
        _busyUntil = 0;
    }

    public override void BrownOut()
    {
        _mode = null;
        _reply = null;
        _status = AlertPending | ResetSeen;
        _busyUntil = _time.NowMicros + ResetMicros;

        // Limits at power-on: 60 and 58 °C with 80 and 79 %, -9 and -10 °C with 22 and 20 %.
        (_limits[0], _limits[1], _limits[2], _limits[3]) = (0xCD33, 0xC92D, 0x3869, 0x3466);
    }

    public bool Start(bool read)
    {
        if (Has(Sht3xFaults.Absent) || _time.NowMicros < _busyUntil)
            return false;

        _position = 0;
        _reading = read;
        if (read && _reply is null)
            Finish();
        return !read || _reply is not null;
    }

    public bool Write(byte value)
    {
        if (Has(Sht3xFaults.RefusesCommands) || _position == _written.Length)
            return false;

        _written[_position++] = value;
        int command = _written[0] << 8 | _written[1];
        if (_position == 1)
        {
            _reply = null;
            return true;
        }

        bool known = _position == 2 ? Obey(command) : Array.IndexOf(WriteLimit, command) >= 0 && StoreLimit(command);
        if (_position == 2)
            _status = known ? _status & ~CommandRejected : _status | CommandRejected;
        return known;
    }

    public byte Read() => _reply is { } reply && _position < reply.Length ? reply[_position++] : (byte)0xFF;

    public void Stop()
    {
        if (_reading)
            _reply = null;
        _reading = false;
    }

    protected override void AfterFaultsChange()
    {
        if (!Has(Sht3xFaults.NeverReady) && _busyUntil == long.MaxValue)
            _busyUntil = 0;
        if (Has(Sht3xFaults.Absent))
            BrownOut();
    }

    private bool Obey(int command)
    {
        if (Sht3xMode.Of(command) is { } mode)
            return Measure(mode);
        if (Array.IndexOf(ReadLimit, command) is >= 0 and var limit)
            _reply = Words(_limits[limit]);

        switch (command)
        {
            case 0xE000:
                return Fetch();
            case 0x3093:
                _mode = null;
                return true;
            case 0x30A2 when _mode is null:
                BrownOut();
                return true;
            case 0x306D:
                _status |= HeaterOn;
                return true;
            case 0x3066:
                _status &= ~HeaterOn;
                return true;
            case 0xF32D:
                _reply = Words(_status);
                return true;
            case 0x3041:
                _status &= ~(AlertPending | AlertHumidity | AlertTemperature | ResetSeen);
                return true;
            case 0x3780 or 0x3682 when _mode is null:
                _reply = Words((int)(_serial >> 16), (int)(_serial & 0xFFFF));
                return true;
            default:
                return _reply is not null || Array.IndexOf(WriteLimit, command) >= 0;
        }
    }

    /// <summary>While it measures by itself, it has to be stopped before it takes another mode.</summary>
    private bool Measure(Sht3xMode mode)
    {
        if (_mode is { PeriodMicros: > 0 })
            return false;

        _mode = mode;
        _startedAt = _time.NowMicros;
        _fetched = 0;
        if (mode.PeriodMicros == 0 && !mode.Stretches)
            _busyUntil = Has(Sht3xFaults.NeverReady) ? long.MaxValue : _startedAt + Duration(mode);
        return true;
    }

    /// <summary>The end of a single shot. This bus knows no stretched clock: with stretching the data are there at once.</summary>
    private void Finish()
    {
        if (_mode is not { PeriodMicros: 0 } mode || (mode.Stretches && Has(Sht3xFaults.NeverReady)))
            return;

        _mode = null;
        _reply = Convert();
    }

    /// <summary>Each measurement of a periodic mode can be fetched once; if there is no new one, the read is not acknowledged.</summary>
    private bool Fetch()
    {
        if (_mode is not { PeriodMicros: > 0 } mode)
            return false;

        long since = _time.NowMicros - _startedAt - Duration(mode);
        long ended = since < 0 || Has(Sht3xFaults.NeverReady) ? 0 : 1 + (since / mode.PeriodMicros);
        if (ended > _fetched)
            _reply = Convert();
        _fetched = ended;
        return true;
    }

    private bool StoreLimit(int command)
    {
        if (_position < 5)
            return true;

        bool sound = Crc8.Sensirion(_written.AsSpan(2, 2)) == _written[4];
        _status = sound ? _status & ~ChecksumFailed : _status | ChecksumFailed;
        if (sound)
            _limits[Array.IndexOf(WriteLimit, command)] = _written[2] << 8 | _written[3];
        return sound;
    }

    private long Duration(Sht3xMode mode) => Has(Sht3xFaults.Slow) ? 3 * mode.Micros : mode.Micros;

    private byte[] Convert()
    {
        double ambient = Finite(_celsius());
        double celsius = ambient + ((_status & HeaterOn) != 0 ? HeaterKelvin : 0);
        double humidity = Finite(_humidity()) * Vapour.Saturation(ambient) / Vapour.Saturation(celsius);
        if (!Has(Sht3xFaults.Stuck) || _lastWords is null)
            _lastWords = Words(Word((celsius + 45) / 175), Word(humidity / 100));
        byte[] reply = Has(Sht3xFaults.OutOfRange) ? Words(0xFFFF, 0xFFFF) : [.. _lastWords];
        if (Has(Sht3xFaults.CrcError))
        {
            reply[2] ^= 0x01;
            reply[5] ^= 0x80;
        }

        return reply;
    }

    private static double Finite(double value) => double.IsFinite(value) ? value : 0;

    private static int Word(double share) => (int)Math.Round(Math.Clamp(share, 0, 1) * 65535);

    private static byte[] Words(params ReadOnlySpan<int> words)
    {
        var bytes = new List<byte>();
        foreach (int word in words)
        {
            byte[] pair = [(byte)(word >> 8), (byte)word];
            bytes.AddRange([.. pair, Crc8.Sensirion(pair)]);
        }

        return [.. bytes];
    }
}

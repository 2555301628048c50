using VirtualBoard.Buses;
using VirtualBoard.Running;

namespace VirtualRack.Chips;

/// <summary>
/// ADS1115 converter on I2C, register by register (TI SBAS444 section 8). The ALERT pin is not wired: the thresholds are kept
/// and compared with nothing.
/// </summary>
public sealed class Ads1115 : FaultyChip<Ads1115Faults>, II2cSlave
{
    private const int Conversion = 0, Configuration = 1, LowThreshold = 2, HighThreshold = 3;
    private const int Os = 0x8000, SingleShot = 0x0100;

    private readonly TimeBase _time;
    private readonly double _clock;
    private readonly Ads1115Inputs _inputs;
    private readonly ushort[] _registers = new ushort[4];

    private int _pointer;
    private int _position;
    private byte _high;
    private int _reading;
    private int _running;
    private long _startsAt;
    private long _endsAt = long.MaxValue;

    /// <param name="supplyVolts">Inputs cannot rise more than 0.3 V above it.</param>
    /// <param name="clock">How fast the oscillator runs: 0.9 to 1.1 of what the datasheet calls typical.</param>
    public Ads1115(TimeBase time, double supplyVolts = 3.3, double clock = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(clock);
        _time = time;
        _clock = clock;
        _inputs = new Ads1115Inputs(supplyVolts);
        BrownOut();
    }

    private bool IsConverting => _endsAt != long.MaxValue;

    /// <summary>Wires a voltage to AIN0 to AIN3; an input without one is at ground.</summary>
    public void Wire(int channel, IVoltageSource source) => _inputs.Wire(channel, source);

    public override void BrownOut()
    {
        _registers[Conversion] = 0;
        _registers[Configuration] = 0x0583;
        _registers[LowThreshold] = 0x8000;
        _registers[HighThreshold] = 0x7FFF;
        _pointer = 0;
        _endsAt = long.MaxValue;
    }

    public bool Start(bool read)
    {
        if (Has(Ads1115Faults.Absent))
            return false;

        _position = 0;
        if (read)
            _reading = Value();
        return true;
    }

    public bool Write(byte value)
    {
        if (Has(Ads1115Faults.RefusesWrites))
            return false;

        if (_position == 0)
            _pointer = value & 3;
        else if (_position == 1)
            _high = value;
        else if (_position == 2)
            Store(_high << 8 | value);
        _position++;
        return _position <= 3;
    }

    public byte Read()
    {
        _position++;
        return _position == 1 ? (byte)(_reading >> 8) : _position == 2 ? (byte)_reading : (byte)0xFF;
    }

    public void Stop()
    {
    }

    protected override void AfterFaultsChange()
    {
        if (Has(Ads1115Faults.Absent))
            BrownOut();
    }

    private int Value()
    {
        if (Has(Ads1115Faults.AllOnes))
            return 0xFFFF;

        Advance();
        bool isBusy = IsConverting || Has(Ads1115Faults.NeverReady);
        return _pointer == Configuration && !isBusy ? _registers[Configuration] | Os : _registers[_pointer];
    }

    private void Store(int value)
    {
        Advance();
        if (_pointer == Conversion)
            return;

        _registers[_pointer] = (ushort)(_pointer == Configuration ? value & ~Os : value);

        // A conversion under way ends with the settings it began with; only at rest does the start bit count.
        bool begins = _pointer == Configuration && ((value & Os) != 0 || (value & SingleShot) == 0);
        if (begins && !IsConverting)
            Begin(_time.NowMicros + Ads1115Inputs.WakeUpMicros);
    }

    private void Begin(long atMicros)
    {
        _running = _registers[Configuration];
        _startsAt = atMicros;
        _endsAt = atMicros + Period(_running);
    }

    private long Period(int configuration) =>
        (long)(Ads1115Inputs.PeriodMicros(configuration) / _clock * (Has(Ads1115Faults.Slow) ? 10 : 1));

    /// <summary>Ends what has ended by now; of a continuous run only the last conversion is worked out.</summary>
    private void Advance()
    {
        long now = _time.NowMicros;
        while (IsConverting && _endsAt <= now)
        {
            bool goesOn = (_registers[Configuration] & SingleShot) == 0;
            if (goesOn && _running == _registers[Configuration])
            {
                long skipped = (now - _endsAt) / (_endsAt - _startsAt) * (_endsAt - _startsAt);
                _startsAt += skipped;
                _endsAt += skipped;
            }

            Convert();
            if (goesOn)
                Begin(_endsAt);
            else
                _endsAt = long.MaxValue;
        }
    }

    private void Convert()
    {
        if (Has(Ads1115Faults.Stuck))
            return;

        int counts = Has(Ads1115Faults.OutOfRange) ? short.MaxValue : _inputs.Counts(_running, _startsAt, _endsAt);
        _registers[Conversion] = (ushort)counts;
    }
}

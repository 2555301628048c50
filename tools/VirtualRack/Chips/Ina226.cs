using VirtualBoard.Buses;
using VirtualBoard.Running;

namespace VirtualRack.Chips;

/// <summary>INA226 power monitor on I2C, register by register (TI SBOS547, table 7-1).</summary>
public sealed class Ina226 : FaultyChip<Ina226Faults>, II2cSlave
{
    private const int Configuration = 0, Shunt = 1, Bus = 2, Power = 3, Current = 4, Calibration = 5, Mask = 6, Limit = 7;
    private const int AlertFlag = 0x0010, ReadyFlag = 0x0008, OverflowFlag = 0x0004, Latch = 0x0001;

    private readonly TimeBase _time;
    private readonly Func<double> _volts;
    private readonly Func<double> _amps;
    private readonly double _shuntOhms;
    private readonly ushort[] _registers = new ushort[8];

    private int _pointer;
    private int _position;
    private byte _high;
    private int _reading;
    private long _startedAt;
    private long _cycles;

    /// <param name="volts">Voltage of the bus against ground.</param>
    /// <param name="amps">Current through the shunt, from IN+ to IN-.</param>
    /// <param name="shuntMicroohm">The shunt, more than 0.</param>
    public Ina226(TimeBase time, Func<double> volts, Func<double> amps, int shuntMicroohm)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(shuntMicroohm);
        _time = time;
        _volts = volts;
        _amps = amps;
        _shuntOhms = shuntMicroohm * 1e-6;
        BrownOut();
    }

    public override void BrownOut()
    {
        Array.Clear(_registers);
        _pointer = 0;
        Configure(0x4127);
    }

    public bool Start(bool read)
    {
        if (Has(Ina226Faults.Absent))
            return false;

        _position = 0;
        if (read)
            _reading = Value(_pointer);
        return true;
    }

    public bool Write(byte value)
    {
        if (Has(Ina226Faults.RefusesWrites))
            return false;

        if (_position == 0)
            _pointer = value;
        else if (_position == 1)
            _high = value;
        else if (_position == 2)
            Store(_pointer, _high << 8 | value);
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
        if (Has(Ina226Faults.Absent))
            BrownOut();
    }

    private void Configure(int value)
    {
        _registers[Configuration] = (ushort)((value & 0x0FFF) | 0x4000);
        _registers[Mask] &= unchecked((ushort)~ReadyFlag);
        _startedAt = _time.NowMicros;
        _cycles = 0;
    }

    private void Store(int register, int value)
    {
        Convert();
        switch (register)
        {
            case Configuration when (value & 0x8000) != 0:
                BrownOut();
                break;
            case Configuration:
                Configure(value);
                break;
            case Calibration:
                _registers[Calibration] = (ushort)(value & 0x7FFF);
                break;
            case Mask:
                _registers[Mask] = (ushort)((value & 0xFC03) | (_registers[Mask] & (AlertFlag | ReadyFlag | OverflowFlag)));
                break;
            case Limit:
                _registers[Limit] = (ushort)value;
                break;
        }
    }

    private int Value(int register)
    {
        if (Has(Ina226Faults.AllOnes))
            return 0xFFFF;

        Convert();
        if (register == 0xFE)
            return 0x5449;
        if (register == 0xFF)
            return 0x2260;
        if (register >= _registers.Length)
            return 0;

        int value = _registers[register];
        if (register == Mask)
            _registers[Mask] &= unchecked((ushort)((value & Latch) != 0 ? ~(ReadyFlag | AlertFlag) : ~ReadyFlag));
        return value;
    }

    /// <summary>Takes over the last conversion that has ended by now.</summary>
    private void Convert()
    {
        int configuration = _registers[Configuration];
        long cycle = Ina226Math.CycleMicros(configuration) * (Has(Ina226Faults.Slow) ? 10 : 1);
        if (cycle == 0)
            return;

        long cycles = (_time.NowMicros - _startedAt) / cycle;
        if (!Ina226Math.IsContinuous(configuration))
            cycles = Math.Min(cycles, 1);
        if (cycles == _cycles)
            return;

        _cycles = cycles;
        if (!Has(Ina226Faults.Stuck))
            Measure(configuration);
        _registers[Mask] |= ReadyFlag;
        Compare();
    }

    private void Measure(int configuration)
    {
        bool beyond = Has(Ina226Faults.OutOfRange);
        if (Ina226Math.WantsShunt(configuration))
            _registers[Shunt] = (ushort)Ina226Math.ShuntCounts(beyond ? 1 : _amps() * _shuntOhms);
        if (Ina226Math.WantsBus(configuration))
            _registers[Bus] = (ushort)Ina226Math.BusCounts(beyond ? 99 : _volts());

        int current = Ina226Math.Current((short)_registers[Shunt], _registers[Calibration]);
        long power = Ina226Math.Power(current, _registers[Bus]);
        bool overflow = current != (short)current || power > ushort.MaxValue;
        _registers[Current] = (ushort)Math.Clamp(current, short.MinValue, short.MaxValue);
        _registers[Power] = (ushort)Math.Min(power, ushort.MaxValue);
        _registers[Mask] = (ushort)(overflow ? _registers[Mask] | OverflowFlag : _registers[Mask] & ~OverflowFlag);
    }

    /// <summary>The alert function; of several selected the highest bit wins.</summary>
    private void Compare()
    {
        int mask = _registers[Mask];
        int signedLimit = (short)_registers[Limit];
        bool alert =
            (mask & 0x8000) != 0 ? (short)_registers[Shunt] > signedLimit
            : (mask & 0x4000) != 0 ? (short)_registers[Shunt] < signedLimit
            : (mask & 0x2000) != 0 ? _registers[Bus] > _registers[Limit]
            : (mask & 0x1000) != 0 ? _registers[Bus] < _registers[Limit]
            : (mask & 0x0800) != 0 && _registers[Power] > _registers[Limit];
        if (alert)
            _registers[Mask] |= AlertFlag;
        else if ((mask & Latch) == 0)
            _registers[Mask] &= unchecked((ushort)~AlertFlag);
    }
}

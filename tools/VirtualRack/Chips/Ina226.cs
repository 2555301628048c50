using VirtualBoard.Running;

namespace VirtualRack.Chips;

/// <summary>INA226 power monitor on I2C, register by register (TI SBOS547, table 7-1).</summary>
public sealed class Ina226 : RegisterChip<Ina226Faults>
{
    private const int Configuration = 0, Shunt = 1, Bus = 2, Power = 3, Current = 4, Calibration = 5, Mask = 6, Limit = 7;
    private const int AlertFlag = 0x0010, ReadyFlag = 0x0008, OverflowFlag = 0x0004, Latch = 0x0001;

    private readonly Func<double> _volts;
    private readonly Func<double> _amps;
    private readonly double _shuntOhms;
    private readonly ushort[] _registers = new ushort[8];
    private readonly Conversions _conversions;

    /// <param name="volts">Voltage of the bus against ground.</param>
    /// <param name="amps">Current through the shunt, from IN+ to IN-.</param>
    /// <param name="shuntMicroohm">The shunt, more than 0.</param>
    public Ina226(TimeBase time, Func<double> volts, Func<double> amps, int shuntMicroohm)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(shuntMicroohm);
        _conversions = new Conversions(time);
        _volts = volts;
        _amps = amps;
        _shuntOhms = shuntMicroohm * 1e-6;
        BrownOut();
    }

    public override void BrownOut()
    {
        base.BrownOut();
        Array.Clear(_registers);
        Configure(0x4127);
    }

    protected override bool IsAbsent => Has(Ina226Faults.Absent);

    protected override bool RefusesWrites => Has(Ina226Faults.RefusesWrites);

    protected override bool ReadsOnes => Has(Ina226Faults.AllOnes);

    protected override void Store(int register, int value)
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

    protected override ulong Value(int register)
    {
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
        return (ulong)value;
    }

    private void Configure(int value)
    {
        _registers[Configuration] = (ushort)((value & 0x0FFF) | 0x4000);
        _registers[Mask] &= unchecked((ushort)~ReadyFlag);
        _conversions.Restart();
    }

    /// <summary>Takes over the last conversion that has ended by now.</summary>
    private void Convert()
    {
        int configuration = _registers[Configuration];
        long cycle = Ina226Math.CycleMicros(configuration) * (Has(Ina226Faults.Slow) ? 10 : 1);
        if (_conversions.Ended(cycle, Ina226Math.IsContinuous(configuration)) == 0 || Has(Ina226Faults.NeverReady))
            return;

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

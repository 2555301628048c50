using VirtualBoard.Running;

namespace VirtualRack.Chips;

/// <summary>INA228 power monitor on I2C, register by register (TI SLYS022, section 8.1).</summary>
public sealed class Ina228 : RegisterChip<Ina228Faults>
{
    private const int Configuration = 0, AdcConfiguration = 1, ShuntCalibration = 2, Diagnostic = 0x0B;
    private const int ReadyFlag = 0x0002, OverflowFlag = 0x0200, MemorySound = 0x0001, Latch = 0x8000;
    private const int SlowAlert = 0x2000, Settings = 0xF000, LimitFlags = 0x00FC;

    private readonly Func<double> _volts;
    private readonly Func<double> _amps;
    private readonly Func<double> _celsius;
    private readonly double _shuntOhms;
    private readonly ushort[] _registers = new ushort[0x12];
    private readonly Ina228Measurement _measured = new();
    private readonly Conversions _conversions;

    /// <param name="volts">Voltage of the bus against ground.</param>
    /// <param name="amps">Current through the shunt, from IN+ to IN-.</param>
    /// <param name="celsius">Temperature of the die.</param>
    /// <param name="shuntMicroohm">The shunt, more than 0.</param>
    public Ina228(TimeBase time, Func<double> volts, Func<double> amps, Func<double> celsius, int shuntMicroohm)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(shuntMicroohm);
        _conversions = new Conversions(time);
        _volts = volts;
        _amps = amps;
        _celsius = celsius;
        _shuntOhms = shuntMicroohm * 1e-6;
        BrownOut();
    }

    protected override bool IsAbsent => Has(Ina228Faults.Absent);

    protected override bool RefusesWrites => Has(Ina228Faults.RefusesWrites);

    protected override bool ReadsOnes => Has(Ina228Faults.AllOnes);

    public override void BrownOut()
    {
        base.BrownOut();
        Array.Clear(_registers);
        _measured.Clear();
        _registers[AdcConfiguration] = 0xFB68;
        _registers[ShuntCalibration] = 0x1000;
        _registers[Diagnostic] = MemorySound;
        _registers[0x0C] = _registers[0x0E] = _registers[0x10] = 0x7FFF;
        _registers[0x0D] = 0x8000;
        _registers[0x11] = 0xFFFF;
        _conversions.Restart();
    }

    protected override int Width(int register) => register switch
    {
        0x04 or 0x05 or 0x07 or 0x08 => 3,
        0x09 or 0x0A => 5,
        _ => 2,
    };

    protected override void Store(int register, int value)
    {
        Convert();
        switch (register)
        {
            case Configuration when (value & 0x8000) != 0:
                BrownOut();
                break;
            case Configuration:
                if ((value & 0x4000) != 0)
                    _measured.ClearSums();
                _registers[Configuration] = (ushort)(value & 0x3FF0);
                break;
            case AdcConfiguration:
                _registers[AdcConfiguration] = (ushort)value;
                if (!Ina228Measurement.IsContinuous(value))
                    _registers[Diagnostic] &= unchecked((ushort)~ReadyFlag);
                _conversions.Restart();
                break;
            case ShuntCalibration:
                _registers[ShuntCalibration] = (ushort)(value & 0x7FFF);
                break;
            case Diagnostic:
                _registers[Diagnostic] = (ushort)((value & Settings) | (_registers[Diagnostic] & ~Settings));
                break;
            case 0x03 or (>= 0x0C and <= 0x11):
                _registers[register] = (ushort)value;
                break;
        }
    }

    protected override ulong Value(int register)
    {
        Convert();
        return register switch
        {
            0x3E => 0x5449,
            0x3F => Has(Ina228Faults.WrongId) ? 0x2380u : 0x2281u,
            Diagnostic => Diagnose(),
            >= 0x04 and <= 0x0A => _measured.Register(register),
            _ => register < _registers.Length ? _registers[register] : 0u,
        };
    }

    /// <summary>With the latch set a look clears what it has seen; else each flag stands as long as its cause.</summary>
    private ulong Diagnose()
    {
        int flags = _registers[Diagnostic];
        if ((flags & Latch) != 0)
            _registers[Diagnostic] &= unchecked((ushort)~(ReadyFlag | LimitFlags));
        return (ulong)(Has(Ina228Faults.MemoryError) ? flags & ~MemorySound : flags);
    }

    private void Convert()
    {
        int adc = _registers[AdcConfiguration];
        long cycle = Ina228Measurement.CycleMicros(adc) * (Has(Ina228Faults.Slow) ? 10 : 1);
        long ended = _conversions.Ended(cycle, Ina228Measurement.IsContinuous(adc));
        if (ended == 0 || Has(Ina228Faults.NeverReady))
            return;

        if (!Has(Ina228Faults.Stuck))
        {
            bool beyond = Has(Ina228Faults.OutOfRange);
            bool narrow = (_registers[Configuration] & 0x0010) != 0;
            _measured.Take(
                adc, beyond ? 99 : _volts(), beyond ? 1 : _amps() * _shuntOhms, _celsius(), narrow, _registers[ShuntCalibration]);
            _measured.Sum(ended * cycle * 1e-6);
        }

        int diagnostic = _registers[Diagnostic] | ReadyFlag;
        int kept = (diagnostic & (Latch | SlowAlert)) != 0 ? diagnostic : diagnostic & ~LimitFlags;
        _registers[Diagnostic] = (ushort)((kept & ~OverflowFlag) | (_measured.HasOverflow ? OverflowFlag : 0)
            | _measured.Compare(_registers.AsSpan(0x0C)));
    }
}

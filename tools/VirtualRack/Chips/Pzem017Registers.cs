namespace VirtualRack.Chips;

/// <summary>Registers of a PZEM-017 (maker's user manual, section 2).</summary>
internal sealed class Pzem017Registers : PzemRegisters
{
    private const ushort On = 0xFFFF;

    /// <summary>The shunts by the code of holding register 3.</summary>
    private static readonly int[] Shunts = [100, 50, 200, 300];

    private readonly Func<DcReading> _reading;
    private readonly int _fittedAmps;
    private DcReading _frozen;
    private bool _isFrozen;
    private double _energyAtReset;
    private int _shunt;
    private ushort _highAlarm = 30_000;
    private ushort _lowAlarm = 700;

    public Pzem017Registers(Func<DcReading> reading, int fittedAmps)
    {
        _reading = reading;
        _fittedAmps = fittedAmps;
        _shunt = Array.IndexOf(Shunts, fittedAmps);
        if (_shunt < 0)
            throw new ArgumentOutOfRangeException(nameof(fittedAmps), fittedAmps, "A PZEM-017 takes shunts of 50, 100, 200 or 300 A.");
    }

    protected override ushort[] Holding() => [_highAlarm, _lowAlarm, Address, (ushort)_shunt];

    protected override ushort[] Inputs(bool stuck, bool outOfRange)
    {
        if (!stuck || !_isFrozen)
            _frozen = _reading();
        _isFrozen = stuck;
        double volts = outOfRange ? 600 : _frozen.Volts;

        // The meter knows millivolts and what it was set to: with another shunt it is wrong by that ratio.
        double amps = outOfRange ? 600 : Math.Abs(_frozen.Amps) * Shunts[_shunt] / _fittedAmps;
        ushort[] words = new ushort[8];
        words[0] = (ushort)Count(volts, 0.01, ushort.MaxValue);
        words[1] = (ushort)Count(amps, 0.01, ushort.MaxValue);
        Long(words.AsSpan(2), Count(volts * amps, 0.1, uint.MaxValue));
        Long(words.AsSpan(4), Count(Math.Floor(_frozen.WattHours - _energyAtReset), 1, 9_999_990));
        words[6] = words[0] > _highAlarm ? On : (ushort)0;
        words[7] = words[0] < _lowAlarm ? On : (ushort)0;
        return words;
    }

    protected override byte Store(int register, int value)
    {
        switch (register)
        {
            case 0 when value is >= 500 and <= 35_000:
                _highAlarm = (ushort)value;
                return 0;
            case 1 when value is >= 100 and <= 35_000:
                _lowAlarm = (ushort)value;
                return 0;
            case 2:
                return StoreAddress(value);
            case 3 when value < Shunts.Length:
                _shunt = value;
                return 0;
            default:
                return register > 3 ? (byte)2 : (byte)3;
        }
    }

    protected override void ResetEnergy() => _energyAtReset = _reading().WattHours;
}

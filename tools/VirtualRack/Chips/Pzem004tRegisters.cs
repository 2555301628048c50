namespace VirtualRack.Chips;

/// <summary>Registers of a PZEM-004T (maker's user manual V3.0, sections 2.3 to 2.7).</summary>
internal sealed class Pzem004tRegisters(Func<AcReading> reading) : PzemRegisters
{
    private AcReading _frozen;
    private bool _isFrozen;
    private double _energyAtReset;
    private ushort _alarmWatts = 23_000;

    protected override ushort[] Holding() => [0, _alarmWatts, Address];

    protected override ushort[] Inputs(bool stuck, bool outOfRange)
    {
        if (!stuck || !_isFrozen)
            _frozen = reading();
        _isFrozen = stuck;
        var r = outOfRange ? _frozen with { Volts = 6553.5, Amps = 999.999 } : _frozen;

        ushort[] words = new ushort[10];
        words[0] = (ushort)Count(r.Volts, 0.1, ushort.MaxValue);
        Long(words.AsSpan(1), Count(r.Amps, 0.001, uint.MaxValue));
        Long(words.AsSpan(3), Count(r.Watts, 0.1, uint.MaxValue));
        Long(words.AsSpan(5), Count(Math.Floor(r.WattHours - _energyAtReset), 1, 9_999_990));
        words[7] = (ushort)Count(r.Hertz, 0.1, ushort.MaxValue);
        words[8] = (ushort)Count(r.PowerFactor, 0.01, 100);
        words[9] = r.Watts > _alarmWatts ? (ushort)0xFFFF : (ushort)0;
        return words;
    }

    protected override byte Store(int register, int value)
    {
        if (register == 2)
            return StoreAddress(value);
        if (register != 1)
            return 2;
        _alarmWatts = (ushort)value;
        return 0;
    }

    protected override void ResetEnergy() => _energyAtReset = reading().WattHours;
}

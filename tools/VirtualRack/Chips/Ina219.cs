using VirtualBoard.Running;

namespace VirtualRack.Chips;

/// <summary>
/// INA219 power monitor on I2C, register by register (TI SBOS448, table 2). Assumed: a coarser resolution shortens a conversion
/// and does not coarsen its value.
/// </summary>
public sealed class Ina219 : RegisterChip<Ina219Faults>
{
    private const int Configuration = 0, Shunt = 1, Bus = 2, Power = 3, Current = 4, Calibration = 5;
    private const int ReadyFlag = 0x0002, OverflowFlag = 0x0001;

    private static readonly int[] Micros = [84, 148, 276, 532];

    private readonly Func<double> _volts;
    private readonly Func<double> _amps;
    private readonly double _shuntOhms;
    private readonly ushort[] _registers = new ushort[6];
    private readonly Conversions _conversions;

    /// <param name="volts">Voltage of the bus against ground.</param>
    /// <param name="amps">Current through the shunt, from IN+ to IN-.</param>
    /// <param name="shuntMicroohm">The shunt, more than 0.</param>
    public Ina219(TimeBase time, Func<double> volts, Func<double> amps, int shuntMicroohm)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(shuntMicroohm);
        _conversions = new Conversions(time);
        _volts = volts;
        _amps = amps;
        _shuntOhms = shuntMicroohm * 1e-6;
        BrownOut();
    }

    protected override bool IsAbsent => Has(Ina219Faults.Absent);

    protected override bool RefusesWrites => Has(Ina219Faults.RefusesWrites);

    protected override bool ReadsOnes => Has(Ina219Faults.AllOnes);

    public override void BrownOut()
    {
        base.BrownOut();
        Array.Clear(_registers);
        Configure(0x399F);
    }

    protected override void Store(int register, int value)
    {
        Convert();
        if (register == Calibration)
            _registers[Calibration] = (ushort)(value & 0xFFFE);
        else if (register == Configuration && (value & 0x8000) != 0)
            BrownOut();
        else if (register == Configuration)
            Configure(value);
    }

    protected override ulong Value(int register)
    {
        Convert();
        if (register >= _registers.Length)
            return 0;
        if (register == Power)
            _registers[Bus] &= unchecked((ushort)~ReadyFlag);
        return _registers[register];
    }

    private static long ConversionMicros(int code) =>
        (code & 8) == 0 ? Micros[code & 3] : (long)Micros[3] << (code & 7);

    private static int Counts(double counts, int lowest, int highest) =>
        double.IsFinite(counts) ? (int)Math.Round(Math.Clamp(counts, lowest, highest)) : 0;

    private void Configure(int value)
    {
        _registers[Configuration] = (ushort)(value & 0x3FFF);
        _registers[Bus] &= unchecked((ushort)~ReadyFlag);
        _conversions.Restart();
    }

    private void Convert()
    {
        int configuration = _registers[Configuration];
        long cycle = ((configuration & 1) != 0 ? ConversionMicros(configuration >> 3 & 15) : 0)
            + ((configuration & 2) != 0 ? ConversionMicros(configuration >> 7 & 15) : 0);
        if (Has(Ina219Faults.Slow))
            cycle *= 10;
        if (_conversions.Ended(cycle, (configuration & 4) != 0) == 0 || Has(Ina219Faults.NeverReady))
            return;

        if (!Has(Ina219Faults.Stuck))
            Measure(configuration);
        _registers[Bus] |= ReadyFlag;
    }

    private void Measure(int configuration)
    {
        bool beyond = Has(Ina219Faults.OutOfRange);
        int span = 4000 << (configuration >> 11 & 3);
        if ((configuration & 1) != 0)
            _registers[Shunt] = (ushort)Counts((beyond ? 1 : _amps() * _shuntOhms) / 10e-6, -span, span);
        int bus = _registers[Bus] >> 3;
        if ((configuration & 2) != 0)
            bus = Counts((beyond ? 31 : _volts()) / 4e-3, 0, (configuration & 0x2000) != 0 ? 8000 : 4000);

        int current = (short)_registers[Shunt] * _registers[Calibration] / 4096;
        long power = (long)Math.Abs(current) * bus / 5000;
        bool overflow = current != (short)current || power > ushort.MaxValue;
        _registers[Current] = (ushort)Math.Clamp(current, short.MinValue, short.MaxValue);
        _registers[Power] = (ushort)Math.Min(power, ushort.MaxValue);
        _registers[Bus] = (ushort)(bus << 3 | (overflow ? OverflowFlag : 0));
    }
}

namespace VirtualRack.Chips;

/// <summary>The measuring half of an INA228: volts to counts, and what it computes of them (TI SLYS022, section 8.1).</summary>
internal sealed class Ina228Measurement
{
    private const int Widest = 0x7FFFF;
    private const long LargestPower = 0xFF_FFFF;

    private static readonly int[] Averages = [1, 4, 16, 64, 128, 256, 512, 1024];
    private static readonly int[] Micros = [50, 84, 150, 280, 540, 1052, 2074, 4120];

    private int _shunt;
    private int _bus;
    private int _die;
    private int _current;
    private long _power;
    private double _energy;
    private double _charge;

    /// <summary>Current or power did not fit its register.</summary>
    public bool HasOverflow { get; private set; }

    /// <summary>The mode bits: 0 bus, 1 shunt, 2 temperature, 3 continuous.</summary>
    public static bool IsContinuous(int adc) => (adc & 0x8000) != 0;

    /// <returns>Microseconds from the start of a conversion to its result; 0 in shutdown.</returns>
    public static long CycleMicros(int adc)
    {
        long one = (WantsBus(adc) ? Micros[adc >> 9 & 7] : 0)
            + (WantsShunt(adc) ? Micros[adc >> 6 & 7] : 0)
            + (WantsDie(adc) ? Micros[adc >> 3 & 7] : 0);
        return one * Averages[adc & 7];
    }

    public void Clear()
    {
        (_shunt, _bus, _die, _current, _power) = (0, 0, 0, 0, 0);
        HasOverflow = false;
        ClearSums();
    }

    public void ClearSums() => (_energy, _charge) = (0, 0);

    /// <param name="narrow">The range of ±40.96 mV: 78.125 nV a count instead of 312.5 nV.</param>
    public void Take(int adc, double volts, double shuntVolts, double celsius, bool narrow, int calibration)
    {
        if (WantsShunt(adc))
            _shunt = Counts(shuntVolts / (narrow ? 78.125e-9 : 312.5e-9), -Widest - 1, Widest);
        if (WantsBus(adc))
            _bus = Counts(volts / 195.3125e-6, 0, Widest);
        if (WantsDie(adc))
            _die = Counts(celsius / 7.8125e-3, short.MinValue, short.MaxValue);

        long current = calibration == 0 ? 0 : _shunt * 4096L / calibration;
        _current = (int)Math.Clamp(current, -Widest - 1, Widest);
        long power = (long)Math.Round(Math.Abs(_current) * (_bus * 195.3125e-6) / 3.2);
        _power = Math.Min(power, LargestPower);
        HasOverflow = current != _current || power != _power;
    }

    /// <summary>Adds up energy and charge.</summary>
    public void Sum(double seconds)
    {
        _energy += _power * seconds / 16;
        _charge += _current * seconds;
    }

    /// <returns>The register as its bytes hold it: the voltages and the current from bit 4 on.</returns>
    public ulong Register(int register) => register switch
    {
        0x04 => (ulong)(_shunt << 4 & 0xFF_FFFF),
        0x05 => (ulong)(_bus << 4),
        0x06 => (ushort)_die,
        0x07 => (ulong)(_current << 4 & 0xFF_FFFF),
        0x08 => (ulong)_power,
        0x09 => (ulong)_energy,
        _ => (ulong)(long)_charge & 0xFF_FFFF_FFFF,
    };

    /// <param name="limits">Registers 0x0C to 0x11: shunt over and under, bus over and under, die, power.</param>
    /// <returns>The flags of the diagnostic register for what is beyond.</returns>
    public int Compare(ReadOnlySpan<ushort> limits) =>
        (_die > (short)limits[4] ? 0x80 : 0)
        | (_shunt >> 4 > (short)limits[0] ? 0x40 : 0)
        | (_shunt >> 4 < (short)limits[1] ? 0x20 : 0)
        | (_bus >> 4 > limits[2] ? 0x10 : 0)
        | (_bus >> 4 < limits[3] ? 0x08 : 0)
        | (_power >> 8 > limits[5] ? 0x04 : 0);

    private static bool WantsBus(int adc) => (adc & 0x1000) != 0;

    private static bool WantsShunt(int adc) => (adc & 0x2000) != 0;

    private static bool WantsDie(int adc) => (adc & 0x4000) != 0;

    private static int Counts(double counts, int lowest, int highest) =>
        double.IsFinite(counts) ? (int)Math.Round(Math.Clamp(counts, lowest, highest)) : 0;
}

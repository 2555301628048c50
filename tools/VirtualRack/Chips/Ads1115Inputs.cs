namespace VirtualRack.Chips;

/// <summary>The analogue side of an ADS1115: multiplexer, amplifier and converter (TI SBAS444 table 8-3).</summary>
internal sealed class Ads1115Inputs(double supplyVolts)
{
    /// <summary>From power-down to the first conversion.</summary>
    public const long WakeUpMicros = 25;

    /// <summary>A conversion is the mean over its time; so many points of it are looked at.</summary>
    private const int Points = 4;

    private static readonly int[] Rates = [8, 16, 32, 64, 128, 250, 475, 860];
    private static readonly double[] Ranges = [6.144, 4.096, 2.048, 1.024, 0.512, 0.256, 0.256, 0.256];
    private static readonly (int Positive, int Negative)[] Pairs = [(0, 1), (0, 3), (1, 3), (2, 3), (0, -1), (1, -1), (2, -1), (3, -1)];

    private readonly IVoltageSource?[] _sources = new IVoltageSource?[4];

    public static double PeriodMicros(int configuration) => 1e6 / Rates[(configuration >> 5) & 7];

    public void Wire(int channel, IVoltageSource source) => _sources[channel] = source;

    /// <returns>What the conversion register holds after a conversion between two times.</returns>
    public int Counts(int configuration, long startsAt, long endsAt)
    {
        var (positive, negative) = Pairs[(configuration >> 12) & 7];
        double sum = 0;
        for (int i = 0; i < Points; i++)
        {
            long at = startsAt + ((endsAt - startsAt) * ((2 * i) + 1) / (2 * Points));
            sum += Volts(positive, at) - Volts(negative, at);
        }

        double counts = sum / Points / Ranges[(configuration >> 9) & 7] * 32768;
        return (int)Math.Clamp(Math.Round(counts), short.MinValue, short.MaxValue);
    }

    // Diodes hold the pins between 0.3 V below ground and 0.3 V above the supply.
    private double Volts(int channel, long at)
    {
        double volts = channel < 0 || _sources[channel] is not { } source ? 0 : source.Volts(at);
        return double.IsNaN(volts) ? 0 : Math.Clamp(volts, -0.3, supplyVolts + 0.3);
    }
}

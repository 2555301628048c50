namespace VirtualRack.Chips;

/// <summary>How an INA226 turns volts into register counts (TI SBOS547, section "Programming").</summary>
internal static class Ina226Math
{
    private static readonly int[] Averages = [1, 4, 16, 64, 128, 256, 512, 1024];
    private static readonly int[] Micros = [140, 204, 332, 588, 1100, 2116, 4156, 8244];

    /// <returns>Microseconds from the start of a conversion to its result; 0 in power-down.</returns>
    public static long CycleMicros(int configuration)
    {
        long one = (WantsShunt(configuration) ? Micros[configuration >> 3 & 7] : 0)
            + (WantsBus(configuration) ? Micros[configuration >> 6 & 7] : 0);
        return one * Averages[configuration >> 9 & 7];
    }

    public static bool WantsShunt(int configuration) => (configuration & 1) != 0;

    public static bool WantsBus(int configuration) => (configuration & 2) != 0;

    public static bool IsContinuous(int configuration) => (configuration & 4) != 0;

    /// <summary>2.5 µV a count, ±81.9175 mV.</summary>
    public static int ShuntCounts(double volts) => Counts(volts / 2.5e-6, -32767);

    /// <summary>1.25 mV a count, 40.96 V.</summary>
    public static int BusCounts(double volts) => Counts(volts / 1.25e-3, 0);

    public static int Current(int shunt, int calibration) => shunt * calibration / 2048;

    public static long Power(int current, int bus) => (long)Math.Abs(current) * bus / 20000;

    private static int Counts(double counts, int lowest) =>
        double.IsFinite(counts) ? (int)Math.Round(Math.Clamp(counts, lowest, 32767)) : 0;
}

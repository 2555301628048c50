namespace VirtualRack;

/// <summary>
/// Randomness without a state: a value depends on seed, channel and index alone, so it does not matter who reads when or
/// how often. The mixer is SplitMix64 (Steele, Lea, Flood 2014).
/// </summary>
public readonly record struct Noise(int Seed, int Channel)
{
    /// <returns>64 well-mixed bits.</returns>
    public ulong Bits(long index)
    {
        ulong z = ((ulong)(uint)Seed << 32 | (uint)Channel) + Mix((ulong)index + 0x9E3779B97F4A7C15);
        return Mix(z + 0x9E3779B97F4A7C15);
    }

    /// <returns>Even over 0 to below 1.</returns>
    public double Unit(long index) => (Bits(index) >> 11) * (1.0 / (1UL << 53));

    /// <returns>Even over -1 to below 1.</returns>
    public double Signed(long index) => (2 * Unit(index)) - 1;

    /// <summary>Passes through <see cref="Signed"/> at whole numbers and eases from one to the next.</summary>
    public double Smooth(double x)
    {
        double whole = Math.Floor(x);
        double part = x - whole;
        double ease = part * part * (3 - (2 * part));
        double from = Signed((long)whole);
        return from + (ease * (Signed((long)whole + 1) - from));
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}

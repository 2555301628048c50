namespace Appliance.Core.Arithmetic;

/// <summary>The exponential function in whole numbers.</summary>
public static class Exponential
{
    /// <summary>Greatest argument in millionths; a greater one counts as this.</summary>
    public const long Most = 25_000_000;

    /// <summary>Least argument in millionths; below it the result is zero.</summary>
    public const long Least = -15_000_000;

    private const int Bits = 30;
    private const long One = 1L << Bits;

    /// <summary>ln 2 with 30 fractional bits.</summary>
    private const long Ln2 = 744_261_118;

    private const int LastTerm = 11;

    /// <param name="millionths">The argument in millionths.</param>
    /// <returns>e to that power in millionths, to one part in ten million and to half a millionth.</returns>
    public static long Of(long millionths)
    {
        if (millionths < Least)
        {
            return 0;
        }

        // e^x = 2^k e^r with r between 0 and ln 2.
        long x = ((millionths > Most ? Most : millionths) << Bits) / 1_000_000;
        int power = (int)(x / Ln2);
        long rest = x - (power * Ln2);
        if (rest < 0)
        {
            power--;
            rest += Ln2;
        }

        long term = One;
        long sum = One;
        for (int n = 1; n <= LastTerm; n++)
        {
            term = ((term * rest) >> Bits) / n;
            sum += term;
        }

        long result = sum * 1_000_000;
        return power > Bits
            ? result << (power - Bits)
            : (result + (1L << (Bits - power - 1 < 0 ? 0 : Bits - power - 1))) >> (Bits - power);
    }
}

namespace Appliance.Core.Arithmetic;

/// <summary>The natural logarithm in whole numbers.</summary>
public static class Logarithm
{
    private const int Bits = 30;
    private const long One = 1L << Bits;

    /// <summary>ln 2 with 30 fractional bits.</summary>
    private const long Ln2 = 744_261_118;

    /// <summary>The last term of the series that is worked out; what follows is below one in a thousand million.</summary>
    private const int LastTerm = 17;

    /// <param name="numerator">Greater than zero; what is not counts as one.</param>
    /// <param name="denominator">Greater than zero; what is not counts as one.</param>
    /// <returns>ln(numerator / denominator) in millionths, to one millionth.</returns>
    public static long Natural(long numerator, long denominator)
    {
        long top = numerator > 0 ? numerator : 1;
        long bottom = denominator > 0 ? denominator : 1;
        int exponent = Normalise(ref top) - Normalise(ref bottom);
        long ratio = (top << Bits) / bottom;

        // ln r = 2 artanh z with z = (r - 1) / (r + 1); r is between a half and two, so z is at most a third.
        long z = ((ratio - One) << Bits) / (ratio + One);
        long square = (z * z) >> Bits;
        long power = z;
        long sum = z;
        for (int n = 3; n <= LastTerm; n += 2)
        {
            power = (power * square) >> Bits;
            sum += power / n;
        }

        long logarithm = (2 * sum) + (exponent * Ln2);
        return ((logarithm * 1_000_000) + (One / 2)) >> Bits;
    }

    /// <summary>Shifts a value into 2^30 … 2^31.</summary>
    /// <returns>The power of two by which it was divided.</returns>
    private static int Normalise(ref long value)
    {
        int exponent = 0;
        while (value >= 2 * One)
        {
            value >>= 1;
            exponent++;
        }

        while (value < One)
        {
            value <<= 1;
            exponent--;
        }

        return exponent;
    }
}

namespace Appliance.Core.Arithmetic;

/// <summary>The square root in whole numbers.</summary>
public static class SquareRoot
{
    private const int TopBit = 62;

    /// <param name="value">What is below zero counts as zero.</param>
    /// <returns>The root, rounded to the nearest whole number.</returns>
    public static long Of(long value)
    {
        long rest = value > 0 ? value : 0;
        long root = 0;

        // Digit by digit in base two: each bit of the root is there if its square still fits.
        for (long bit = 1L << TopBit; bit > 0; bit >>= 2)
        {
            if (rest >= root + bit)
            {
                rest -= root + bit;
                root = (root >> 1) + bit;
            }
            else
            {
                root >>= 1;
            }
        }

        return rest > root ? root + 1 : root;
    }
}

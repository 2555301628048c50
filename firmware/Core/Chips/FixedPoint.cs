namespace Appliance.Core.Chips;

/// <summary>Whole-number arithmetic that rounds half away from zero, as people do.</summary>
public static class FixedPoint
{
    /// <param name="divisor">Greater than zero.</param>
    public static long Divide(long value, long divisor)
    {
        long half = divisor / 2;
        return (value < 0 ? value - half : value + half) / divisor;
    }
}

namespace Appliance.Core.Chips;

/// <summary>The power of a DC rail, from its voltage and its current.</summary>
public static class RailPower
{
    /// <returns>Power in tenths of a watt; negative with a negative current.</returns>
    public static long TenthsOfWatt(long millivolts, long milliamperes) => FixedPoint.Divide(millivolts * milliamperes, 100_000);
}

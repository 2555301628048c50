using Appliance.Core.Arithmetic;
using Appliance.Core.Chips;

namespace Appliance.Core.Climate;

/// <summary>
/// What temperature and relative humidity say together, by the Magnus formula over water with the constants of Sonntag (1990),
/// good for -45 to 60 °C.
/// </summary>
public static class Psychrometrics
{
    private const long A = 17_620_000;
    private const long B = 24_312;
    private const long KelvinOffset = 27_315;
    private const long LowestHumidity = 100;
    private const long HighestHumidity = 10_000;

    /// <summary>216.7 g K/J times 6.112 hPa, in ten-thousandths.</summary>
    private const long VapourFactor = 13_244_704;

    /// <param name="celsius">Hundredths of a degree Celsius, above -240 °C.</param>
    /// <param name="humidity">Hundredths of a percent; below one percent it counts as one.</param>
    /// <returns>Hundredths of a degree at which the air would begin to condense.</returns>
    public static long DewPoint(long celsius, long humidity)
    {
        long gamma = Logarithm.Natural(Clamp(humidity), HighestHumidity) + Exponent(celsius);
        return A > gamma ? FixedPoint.Divide(B * gamma, A - gamma) : celsius;
    }

    /// <param name="celsius">Hundredths of a degree Celsius, above -240 °C.</param>
    /// <param name="humidity">Hundredths of a percent; below one percent it counts as one.</param>
    /// <returns>Hundredths of a gram of water in a cubic metre.</returns>
    public static long AbsoluteHumidity(long celsius, long humidity)
    {
        long kelvin = KelvinOffset + celsius;
        if (kelvin <= 0)
        {
            return 0;
        }

        long pressure = FixedPoint.Divide(Exponential.Of(Exponent(celsius)) * Clamp(humidity), HighestHumidity);
        return FixedPoint.Divide(pressure * VapourFactor, 1_000_000 * kelvin);
    }

    /// <returns>aT / (b + T) in millionths.</returns>
    private static long Exponent(long celsius) => B + celsius > 0 ? FixedPoint.Divide(A * celsius, B + celsius) : -A;

    private static long Clamp(long humidity)
    {
        if (humidity < LowestHumidity)
        {
            return LowestHumidity;
        }

        return humidity > HighestHumidity ? HighestHumidity : humidity;
    }
}

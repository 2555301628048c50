namespace VirtualRack;

/// <summary>Water vapour in air by the Magnus formula over water (WMO guide no. 8), good to 0.1 % between -45 and 60 °C.</summary>
public static class Vapour
{
    /// <returns>Saturation pressure in hPa.</returns>
    public static double Saturation(double celsius)
    {
        double t = Math.Clamp(celsius, -80, 150);
        return 6.112 * Math.Exp(17.62 * t / (243.12 + t));
    }

    /// <returns>Relative humidity, 0 to 100, of air with that dew point when it has that temperature.</returns>
    public static double RelativeHumidity(double dewPointCelsius, double celsius) =>
        Math.Clamp(100 * Saturation(dewPointCelsius) / Saturation(celsius), 0, 100);
}

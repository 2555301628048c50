using System.Globalization;

namespace Ixp.Sites.Sensors;

/// <summary>Makes the device's line of a sensor.</summary>
internal static class SensorPacker
{
    /// <param name="board">Tells which channel of the ADC a pin is.</param>
    /// <param name="site">Tells who else is on the same line.</param>
    public static IEnumerable<(string Name, string? Value)> Values(SensorEntry sensor, Board board, Site site)
    {
        yield return ("kind", sensor.Kind.Name);
        yield return ("name", sensor.Name);
        yield return ("group", sensor.Group);
        yield return ("period", sensor.PeriodSeconds.ToString(CultureInfo.InvariantCulture));
        foreach (var field in sensor.Kind.Fields)
            yield return field.Pack(sensor.Values);
        if (sensor.Kind.Bus is SensorBus.Analogue && sensor.Pin is { } pin && board.AdcChannels.TryGetValue(pin, out int channel))
            yield return ("adc", channel.ToString(CultureInfo.InvariantCulture));
        if (sensor.Kind.Bus is SensorBus.Serial && site.Sensors.Any(s => s.Kind.Name is "pzem017" && s.Com == sensor.Com))
            yield return ("stop_bits", "2");
        foreach (var (suffix, correction) in sensor.Calibration)
        {
            yield return ($"{suffix}_gain", ((long)(correction.Gain * 1_000_000)).ToString(CultureInfo.InvariantCulture));
            yield return ($"{suffix}_offset", Fixed(sensor, suffix, "offset", correction.Offset));
        }

        foreach (var (suffix, rate) in sensor.MaxPerMinute)
            yield return ($"{suffix}_max_per_minute", Fixed(sensor, suffix, "max_per_minute", rate));
    }

    /// <summary>A value in the fixed point of its metric.</summary>
    internal static string Fixed(SensorEntry sensor, string suffix, string what, decimal value)
    {
        decimal scaled = value * (decimal)Math.Pow(10, sensor.Kind.Decimals[suffix]);
        return scaled == decimal.Truncate(scaled) && Math.Abs(scaled) < 1e15m
            ? ((long)scaled).ToString(CultureInfo.InvariantCulture)
            : throw new SiteException(
                $"{sensor.Name}: {what} {value} has more decimals than {sensor.Name}_{suffix}, which has {sensor.Kind.Decimals[suffix]}.");
    }
}

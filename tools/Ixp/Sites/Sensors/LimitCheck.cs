namespace Ixp.Sites.Sensors;

/// <summary>The limits of a metric ascend, or a value would be too low and too high at once.</summary>
internal static class LimitCheck
{
    /// <summary>Names of the limits, ascending.</summary>
    public static IReadOnlyList<string> Names { get; } = ["low_critical", "low_warning", "high_warning", "high_critical"];

    public static IEnumerable<Finding> Of(SensorEntry sensor, string path)
    {
        foreach (string suffix in sensor.Limits.Keys.Select(k => k.Suffix).Distinct(StringComparer.Ordinal))
        {
            string[] given = [.. Names.Where(n => sensor.Limits.ContainsKey((suffix, n)))];
            foreach (var (lower, higher) in given.Zip(given.Skip(1)))
            {
                decimal low = sensor.Limits[(suffix, lower)];
                decimal high = sensor.Limits[(suffix, higher)];
                if (high <= low)
                    yield return new Finding($"{path}.limits.{suffix}.{higher}", FormattableString.Invariant($"{high} is not above {lower}, which is {low}"), "let the limits ascend");
            }
        }
    }
}

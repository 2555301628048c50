using Ixp.Sites.Sensors;

namespace Ixp.Sites.Alarms;

/// <summary>The limits of a metric make sense together, and what an alarm refers to is there.</summary>
internal sealed class LimitCheck(Site site)
{
    private readonly IReadOnlyList<string> _names = [.. site.Sensors.SelectMany(s => s.Keys), .. site.Targets.Select(t => t.Name)];

    public IEnumerable<Finding> Of(SensorEntry sensor, string path)
    {
        if (sensor.Preset is { } preset && !sensor.Suffixes.Any(preset.Limits.ContainsKey))
        {
            yield return new Finding(
                $"{path}.preset",
                $"{preset.Name} has limits for {string.Join(", ", preset.Limits.Keys)}, and {sensor.Name} tells {string.Join(", ", sensor.Suffixes)}",
                Fitting(sensor) is { Length: > 0 } fitting ? $"take {fitting}" : "give limits instead");
        }

        foreach (var (suffix, limits) in AlarmPlan.Of(sensor, site.AltitudeMetres))
        {
            foreach (var finding in Of(sensor, suffix, limits, $"{path}.limits.{suffix}"))
                yield return finding;
        }
    }

    private IEnumerable<Finding> Of(SensorEntry sensor, string suffix, MetricLimits limits, string path)
    {
        string[] given = [.. LimitField.Limits.Where(limits.Values.ContainsKey)];
        foreach (var (lower, higher) in given.Zip(given.Skip(1)))
        {
            var (low, high) = (limits.Values[lower], limits.Values[higher]);
            if (high <= low)
                yield return new Finding($"{path}.{higher}", FormattableString.Invariant($"{high} is not above {lower}, which is {low}"), "let the limits ascend");
        }

        if (limits["hysteresis"] is { } hysteresis)
        {
            if (Band(limits) is { } band && hysteresis >= band)
                yield return new Finding($"{path}.hysteresis", FormattableString.Invariant($"{hysteresis} is as wide as the band between the limits, which is {band}: the alarm would not end"), "take a smaller one");
            if (limits["change_15min"] is { } change && hysteresis >= change)
                yield return new Finding($"{path}.hysteresis", FormattableString.Invariant($"{hysteresis} is as much as change_15min, which is {change}: the alarm would not end"), "take a smaller one");
        }

        if (!limits.HasLimit && (limits.IsLatched is not null || limits.Inhibitor is not null || limits.Values.Keys.Any(k => k is not "lost_s")))
            yield return new Finding(path, $"{sensor.KeyOf(suffix)} has no limit that could be violated", $"give one of {string.Join(", ", LimitField.All.Where(f => f.IsLimit).Select(f => f.Key))}, or a preset");
        if (site.IsWhole && limits.Inhibitor is { } inhibitor && !_names.Contains(inhibitor, StringComparer.Ordinal))
            yield return new Finding($"{path}.inhibit", $"no sensor has a key {inhibitor}, and no target that name", $"the nearest is {_names.MinBy(n => EditDistance.Between(n, inhibitor))}");
        else if (limits.Inhibitor == sensor.KeyOf(suffix))
            yield return new Finding($"{path}.inhibit", $"{limits.Inhibitor} would inhibit its own alarm", "name another");
        if (limits.HasLimit && !SiteFile.IsLevel(sensor.KeyOf(suffix)))
            yield return new Finding($"{path}", $"{sensor.KeyOf(suffix)} has an alarm of its own, and is too long for its topic", "give the sensor a shorter name");
    }

    /// <summary>Between the innermost limits: where there is no alarm. Null if it is open on one side.</summary>
    private static decimal? Band(MetricLimits limits) =>
        (limits["high_warning"] ?? limits["high_critical"]) - (limits["low_warning"] ?? limits["low_critical"]);

    private static string Fitting(SensorEntry sensor) =>
        string.Join(" or ", AlarmPreset.All.Where(p => sensor.Suffixes.Any(p.Limits.ContainsKey)).Select(p => p.Name));
}

using System.Globalization;
using Ixp.Sites.Sensors;

namespace Ixp.Sites.Alarms;

/// <summary>The alarms of a site: presets with what the site file says in their stead.</summary>
internal static class AlarmPlan
{
    /// <returns>Suffix of each metric of which something is said, and what.</returns>
    public static IEnumerable<(string Suffix, MetricLimits Limits)> Of(SensorEntry sensor, int altitudeMetres)
    {
        foreach (string suffix in sensor.Suffixes)
        {
            var own = sensor.Limits.GetValueOrDefault(suffix);
            var limits = sensor.Preset?.For(suffix, altitudeMetres)?.With(own) ?? own;
            if (limits is not null)
                yield return (suffix, limits);
        }
    }

    /// <summary>The device's lines of a site.</summary>
    public static IEnumerable<IEnumerable<(string Name, string? Value)>> Lines(Site site) =>
        from sensor in site.Sensors
        from alarm in Of(sensor, site.AltitudeMetres)
        select Values(sensor, alarm.Suffix, alarm.Limits);

    private static IEnumerable<(string Name, string? Value)> Values(SensorEntry sensor, string suffix, MetricLimits limits)
    {
        yield return ("name", sensor.KeyOf(suffix));
        foreach (var field in LimitField.All.Where(f => limits.Values.ContainsKey(f.Key)))
        {
            decimal value = limits.Values[field.Key];
            yield return (field.Key, field.IsSeconds ? value.ToString(CultureInfo.InvariantCulture) : SensorPacker.Fixed(sensor, suffix, field.Key, value));
        }

        if (limits.IsLatched is true)
            yield return ("latch", "1");
        yield return ("inhibit", limits.Inhibitor);
    }
}

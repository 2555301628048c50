using Ixp.Sites.Sensors;

namespace Ixp.Sites.Alarms;

/// <summary>Reads what a site file says of the alarms of one sensor.</summary>
internal static class LimitReader
{
    /// <returns>By suffix of the metric.</returns>
    public static Dictionary<string, MetricLimits> Read(JsonObjectReader? json, SensorKind kind)
    {
        var limits = new Dictionary<string, MetricLimits>();
        foreach (string suffix in json?.Keys() ?? [])
        {
            if (SensorReader.Measures(json!, kind, suffix))
                limits[suffix] = Of(json!.Object(suffix)!, kind.Decimals[suffix]);
        }

        return limits;
    }

    /// <returns>Null if there is no preset.</returns>
    public static AlarmPreset? Preset(JsonObjectReader json) =>
        json.Has("preset") ? AlarmPreset.Find(json.OneOf("preset", [.. AlarmPreset.All.Select(p => p.Name)])) : null;

    private static MetricLimits Of(JsonObjectReader json, int decimals)
    {
        var values = new Dictionary<string, decimal>();
        foreach (var field in LimitField.All.Where(f => json.Has(f.Key)))
            values[field.Key] = field.IsSeconds ? json.Number(field.Key, field.Key is "lost_s" ? 1 : 0, LimitField.LongestDelay) : SensorReader.Fine(json, field.Key, decimals);
        foreach (string key in new[] { "hysteresis", "change_15min" }.Where(values.ContainsKey))
        {
            if (values[key] < 0)
                json.Refuse(key, FormattableString.Invariant($"{values[key]} is negative"), "give 0 or more");
        }

        var limits = new MetricLimits
        {
            Values = values,
            IsLatched = json.Has("latch") ? json.Flag("latch", false) : null,
            Inhibitor = json.Has("inhibit") ? SiteFile.Key(json, "inhibit") : null,
        };
        json.RefuseUnknown();
        return limits;
    }
}

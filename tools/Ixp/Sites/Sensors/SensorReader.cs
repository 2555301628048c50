using Ixp.Sites.Alarms;
using Ixp.Sites.Fields;

namespace Ixp.Sites.Sensors;

/// <summary>Reads one sensor of a site file.</summary>
internal static class SensorReader
{
    public static IReadOnlyList<string> Groups { get; } = ["power", "climate", "cooling", "security"];

    /// <summary>No quantity of a rack is greater, and with its decimals it fits the device's 64 bits.</summary>
    public const decimal Bound = 1_000_000_000;

    public const decimal LeastGain = 0.1m;
    public const decimal MostGain = 10m;

    public static SensorEntry Read(JsonObjectReader json)
    {
        if (KindReader.Kind(json, SensorKind.All) is not { } kind)
            return new SensorEntry { Kind = SensorKind.Unknown, Name = json.Has("name") ? SiteFile.Level(json, "name") : "", Group = "" };
        var sensor = new SensorEntry
        {
            Kind = kind,
            Name = SiteFile.Level(json, "name"),
            Group = json.OneOf("group", Groups),
            PeriodSeconds = SensorFields.Period.Read(json),
            Values = KindReader.Values(json, kind.Fields),
            Preset = LimitReader.Preset(json),
            Limits = LimitReader.Read(json.Object("limits"), kind),
            Calibration = Table(json.Object("calibration"), kind, Correction),
            MaxPerMinute = Table(json.Object("max_per_minute"), kind, MaxPerMinute),
        };
        json.RefuseUnknown();
        return sensor;
    }

    private static Dictionary<string, T> Table<T>(JsonObjectReader? json, SensorKind kind, Func<JsonObjectReader, string, int, T> read)
    {
        var table = new Dictionary<string, T>();
        foreach (string suffix in json?.Keys() ?? [])
        {
            json!.Has(suffix);
            if (Measures(json, kind, suffix))
                table[suffix] = read(json, suffix, kind.Decimals[suffix]);
        }

        return table;
    }

    private static Correction Correction(JsonObjectReader json, string suffix, int decimals)
    {
        var values = json.Object(suffix)!;
        int before = values.Findings.Count;
        decimal gain = values.Has("gain") ? values.Decimal("gain", MostGain) : 1;
        if (gain < LeastGain && values.Findings.Count == before)
            values.Refuse("gain", FormattableString.Invariant($"{gain} is no gain"), FormattableString.Invariant($"give one from {LeastGain} to {MostGain}; 1 changes nothing"));
        else if (gain != decimal.Round(gain, 6))
            values.Refuse("gain", FormattableString.Invariant($"{gain} is finer than a millionth"), "give six decimals at the most");
        var correction = new Correction(gain, values.Has("offset") ? Fine(values, "offset", decimals) : 0);
        values.RefuseUnknown();
        return correction;
    }

    private static decimal MaxPerMinute(JsonObjectReader json, string suffix, int decimals)
    {
        int before = json.Findings.Count;
        decimal rate = Fine(json, suffix, decimals);
        if (rate <= 0 && json.Findings.Count == before)
            json.Refuse(suffix, FormattableString.Invariant($"{rate} is no rate"), "give what the quantity can change in a minute at the most");
        return rate;
    }

    /// <returns>False, and noted, if the kind has no such unit.</returns>
    internal static bool Measures(JsonObjectReader json, SensorKind kind, string suffix)
    {
        if (kind.Decimals.ContainsKey(suffix))
            return true;
        json.Refuse(suffix, $"{kind.One} measures no such unit", $"it has {string.Join(", ", kind.Decimals.Keys)}");
        return false;
    }

    internal static decimal Fine(JsonObjectReader json, string name, int decimals)
    {
        decimal value = json.Decimal(name, Bound);
        if (value != decimal.Round(value, decimals))
            json.Refuse(name, FormattableString.Invariant($"{value} is finer than the sensor"), $"give {decimals} decimals at the most");
        return value;
    }
}

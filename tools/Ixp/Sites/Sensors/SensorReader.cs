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

    /// <exception cref="SiteException">A value is missing, wrong or unknown.</exception>
    public static SensorEntry Read(JsonObjectReader json)
    {
        var kind = KindReader.Kind(json, SensorKind.All);
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
            Check(json!, kind, suffix);
            json!.Has(suffix);
            table[suffix] = read(json, suffix, kind.Decimals[suffix]);
        }

        return table;
    }

    private static Correction Correction(JsonObjectReader json, string suffix, int decimals)
    {
        var values = json.Object(suffix)!;
        decimal gain = values.Has("gain") ? values.Decimal("gain", MostGain) : 1;
        if (gain < LeastGain)
            throw values.Error("gain", FormattableString.Invariant($"{gain} is no gain: it lies from {LeastGain} to {MostGain}, and 1 changes nothing."));
        if (gain != decimal.Round(gain, 6))
            throw values.Error("gain", FormattableString.Invariant($"{gain} is finer than a millionth."));
        var correction = new Correction(gain, values.Has("offset") ? Fine(values, "offset", decimals) : 0);
        values.RefuseUnknown();
        return correction;
    }

    private static decimal MaxPerMinute(JsonObjectReader json, string suffix, int decimals)
    {
        decimal rate = Fine(json, suffix, decimals);
        return rate > 0 ? rate : throw json.Error(suffix, FormattableString.Invariant($"{rate} is no rate; give what the quantity can change in a minute at the most."));
    }

    internal static void Check(JsonObjectReader json, SensorKind kind, string suffix)
    {
        if (!kind.Decimals.ContainsKey(suffix))
            throw json.Error(suffix, $"{kind.One} measures no such unit; it has {string.Join(", ", kind.Decimals.Keys)}.");
    }

    internal static decimal Fine(JsonObjectReader json, string name, int decimals)
    {
        decimal value = json.Decimal(name, Bound);
        return value == decimal.Round(value, decimals)
            ? value
            : throw json.Error(name, FormattableString.Invariant($"{value} is finer than the sensor, which has {decimals} decimals."));
    }
}

using Ixp.Sites.Alarms;

namespace Ixp.Sites.Sensors;

/// <summary>One sensor of a site.</summary>
public sealed record SensorEntry
{
    public required SensorKind Kind { get; init; }

    public required string Name { get; init; }

    public required string Group { get; init; }

    public int PeriodSeconds { get; init; } = 5;

    /// <summary>The values of its kind by key, defaults included: int, bool or string.</summary>
    public IReadOnlyDictionary<string, object> Values { get; init; } = new Dictionary<string, object>();

    /// <summary>Limits where nothing else is told; null if there are none.</summary>
    public AlarmPreset? Preset { get; init; }

    /// <summary>What the site file says of alarms, by the unit's suffix; presets are not in it.</summary>
    public IReadOnlyDictionary<string, MetricLimits> Limits { get; init; } = new Dictionary<string, MetricLimits>();

    /// <summary>What a certificate or a comparison says of the sensor, by the unit's suffix.</summary>
    public IReadOnlyDictionary<string, Correction> Calibration { get; init; } = new Dictionary<string, Correction>();

    /// <summary>The largest change a minute that is believed at once, by the unit's suffix.</summary>
    public IReadOnlyDictionary<string, decimal> MaxPerMinute { get; init; } = new Dictionary<string, decimal>();

    /// <summary>I2C bus.</summary>
    public int Bus => Number("bus") ?? 1;

    /// <summary>I2C address.</summary>
    public int? Address => Number("address");

    /// <summary>Serial port: 2 for COM2.</summary>
    public int Com => Number("com") ?? 2;

    /// <summary>GPIO number.</summary>
    public int? Pin => Number("pin");

    /// <summary>Suffixes of the keys that this sensor really has: a contact has one state of many, a switch's sensor one unit.</summary>
    public IReadOnlyList<string> Suffixes => Text("unit") is { } unit
        ? [unit]
        : Text("state") is { } state
            ? [.. Kind.Decimals.Keys.Where(s => s == state || s is "count" || (s is "h" && state is "running"))]
            : [.. Kind.Decimals.Keys];

    /// <summary>The keys of its metrics.</summary>
    public IReadOnlyList<string> Keys => [.. Suffixes.Select(KeyOf)];

    /// <summary>The key of one of its metrics.</summary>
    public string KeyOf(string suffix) => suffix is "pct" ? $"{Name}_normal_pct" : $"{Name}_{suffix}";

    public int? Number(string key) => Values.GetValueOrDefault(key) as int?;

    public string? Text(string key) => Values.GetValueOrDefault(key) as string;

    public bool Flag(string key) => Values.GetValueOrDefault(key) is true;

    /// <returns>A copy that differs in one value.</returns>
    public SensorEntry With(string key, object value) => this with { Values = new Dictionary<string, object>(Values) { [key] = value } };
}

namespace Ixp.Sites.Alarms;

/// <summary>Limits that suit what is measured, so that a site file needs no numbers.</summary>
/// <param name="Name">As it stands in site files.</param>
/// <param name="Sentence">What it is for.</param>
/// <param name="Limits">By suffix of the metric, at sea level.</param>
public sealed record AlarmPreset(string Name, string Sentence, IReadOnlyDictionary<string, MetricLimits> Limits)
{
    /// <summary>Up to here no class is derated.</summary>
    private const int DeratedFromMetres = 900;

    /// <summary>The warning of an inlet stays so far below its allowable maximum.</summary>
    private const decimal WarningBelowMaximum = 2;

    private static readonly MetricLimits Mains50 = Of((184, 207, 253, 264), 3, 10, 30);
    private static readonly MetricLimits Mains60 = Of((96, 108, 132, 138), 2, 10, 30);

    public static IReadOnlyList<AlarmPreset> All { get; } =
    [
        Ashrae("ashrae-a1", 15, 32, 80, 17, 300),
        Ashrae("ashrae-a2", 10, 35, 80, 21, 300),
        Ashrae("ashrae-a3", 5, 40, 85, 24, 175),
        Ashrae("ashrae-a4", 5, 45, 90, 24, 125),
        new("mains-230-50", "mains of 230 V and 50 Hz, from the grid or a generator", new Dictionary<string, MetricLimits>
        {
            ["v"] = Mains50,
            ["input_v"] = Mains50,
            ["hz"] = Of((47, 48.5m, 51.5m, 52), 0.2m, 10, 30),
        }),
        new("mains-120-60", "mains of 120 V and 60 Hz, from the grid or a generator", new Dictionary<string, MetricLimits>
        {
            ["v"] = Mains60,
            ["input_v"] = Mains60,
            ["hz"] = Of((57, 58.5m, 61.5m, 62), 0.2m, 10, 30),
        }),
        new("dc-48", "telecom plant of 48 V", new Dictionary<string, MetricLimits> { ["v"] = Of((44, 48, 56, 57), 0.5m, 10, 30) }),
        new("battery-12", "lead battery of 12 V", new Dictionary<string, MetricLimits> { ["v"] = Of((11.5m, 12.2m, null, null), 0.2m, 30, 60) }),
        new("fan", "fan with a tach wire", new Dictionary<string, MetricLimits>
        {
            ["rpm"] = Of((1, null, null, null), 0, 5, 5),
            ["pct"] = Of((null, 80, null, null), 5, 30, 30),
        }),
        new("contact", "dry contact that is not at rest", new Dictionary<string, MetricLimits>
        {
            ["open"] = Of((null, null, 0, null), 0, 0, 0),
            ["wet"] = Of((null, null, null, 0), 0, 0, 0),
            ["alarm"] = Of((null, null, null, 0), 0, 0, 0),
            ["present"] = Of((null, 1, null, null), 0, 0, 0),
            ["running"] = Of((null, 1, null, null), 0, 60, 0),
        }),
    ];

    /// <summary>How many metres above 900 cost an inlet one degree of its allowable maximum; null if it has none.</summary>
    public int? MetresPerDegree { get; private init; }

    /// <returns>Null if there is none of that name.</returns>
    public static AlarmPreset? Find(string name) => All.FirstOrDefault(p => string.Equals(p.Name, name, StringComparison.Ordinal));

    /// <param name="suffix">Of the metric: <c>c</c>.</param>
    /// <returns>Null if it says nothing of such a metric.</returns>
    public MetricLimits? For(string suffix, int altitudeMetres)
    {
        var limits = Limits.GetValueOrDefault(suffix);
        if (limits is null || suffix is not "c" || MetresPerDegree is not { } metres || altitudeMetres <= DeratedFromMetres)
            return limits;

        // A tenth of a degree is finer than any of it is known.
        decimal maximum = Math.Floor(10 * (limits["high_critical"]!.Value - ((altitudeMetres - DeratedFromMetres) / (decimal)metres))) / 10;
        return limits with
        {
            Values = new Dictionary<string, decimal>(limits.Values)
            {
                ["high_critical"] = maximum,
                ["high_warning"] = Math.Min(limits["high_warning"]!.Value, maximum - WarningBelowMaximum),
            },
        };
    }

    private static AlarmPreset Ashrae(string name, decimal coldest, decimal hottest, decimal dampest, decimal dewPoint, int metresPerDegree) => new(
        name,
        $"air that equipment of ASHRAE class {name[^2..].ToUpperInvariant()} draws in",
        new Dictionary<string, MetricLimits>
        {
            ["c"] = With(Of((coldest, 18, 27, hottest), 1, 60, 60), "change_15min", 5),
            ["rh"] = Of((8, 20, 70, dampest), 3, 300, 300),
            ["dew_c"] = Of((-12, -9, 15, dewPoint), 1, 300, 300),
        })
    {
        MetresPerDegree = metresPerDegree,
    };

    private static MetricLimits Of((decimal? Low, decimal? LowWarning, decimal? HighWarning, decimal? High) limits, decimal hysteresis, int trip, int clear)
    {
        var values = new Dictionary<string, decimal>();
        foreach (var (key, value) in LimitField.Limits.Zip([limits.Low, limits.LowWarning, limits.HighWarning, limits.High]))
        {
            if (value is { } given)
                values[key] = given;
        }

        return new MetricLimits { Values = values }.With(new MetricLimits
        {
            Values = new Dictionary<string, decimal> { ["hysteresis"] = hysteresis, ["trip_s"] = trip, ["clear_s"] = clear }
                .Where(v => v.Value != 0).ToDictionary(),
        });
    }

    private static MetricLimits With(MetricLimits limits, string key, decimal value) =>
        limits.With(new MetricLimits { Values = new Dictionary<string, decimal> { [key] = value } });
}

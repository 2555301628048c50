namespace Ixp.Sites.Alarms;

/// <summary>What a site file or a preset says of the alarm of one metric.</summary>
public sealed record MetricLimits
{
    /// <summary>By key of a <see cref="LimitField"/>, in the unit of the metric or in seconds.</summary>
    public IReadOnlyDictionary<string, decimal> Values { get; init; } = new Dictionary<string, decimal>();

    /// <summary>It stands until it is acknowledged; null if that is not told.</summary>
    public bool? IsLatched { get; init; }

    /// <summary>Key of a metric or name of a target: while that is off there is no alarm.</summary>
    public string? Inhibitor { get; init; }

    public decimal? this[string key] => Values.TryGetValue(key, out decimal value) ? value : null;

    /// <summary>There is something that can be violated.</summary>
    internal bool HasLimit => LimitField.All.Any(f => f.IsLimit && Values.ContainsKey(f.Key));

    /// <returns>These, with what others say in their stead, field by field.</returns>
    public MetricLimits With(MetricLimits? others)
    {
        if (others is null)
            return this;
        var values = new Dictionary<string, decimal>(Values);
        foreach (var (key, value) in others.Values)
            values[key] = value;
        return new MetricLimits { Values = values, IsLatched = others.IsLatched ?? IsLatched, Inhibitor = others.Inhibitor ?? Inhibitor };
    }
}

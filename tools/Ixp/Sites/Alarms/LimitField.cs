namespace Ixp.Sites.Alarms;

/// <summary>What can be said of the alarm of a metric by a number.</summary>
/// <param name="Key">As it stands in site files, and in the device's configuration.</param>
/// <param name="IsSeconds">It is a time, and no amount in the unit of the metric.</param>
/// <param name="Sentence">What it is, for people.</param>
internal sealed record LimitField(string Key, bool IsSeconds, string Sentence)
{
    /// <summary>Four hours.</summary>
    public const int LongestDelay = Appliance.Core.Metrics.Limits.LongestDelay;

    /// <summary>Names of the limits, ascending.</summary>
    public static IReadOnlyList<string> Limits { get; } = ["low_critical", "low_warning", "high_warning", "high_critical"];

    public static IReadOnlyList<LimitField> All { get; } =
    [
        new("low_critical", false, "A value below is critical."),
        new("low_warning", false, "A value below is a warning."),
        new("high_warning", false, "A value above is a warning."),
        new("high_critical", false, "A value above is critical."),
        new("change_15min", false, "A change by more within 15 minutes, in either direction, is a warning."),
        new("hysteresis", false, "How far a value has to come back behind its limit. 0 unless told."),
        new("trip_s", true, "Seconds for which a value has to lie beyond a limit. 0 unless told."),
        new("clear_s", true, "Seconds for which it has to be back. 0 unless told."),
        new("lost_s", true, "Seconds without a reading after which the sensor is lost. Three periods, and at least 10, unless told."),
    ];

    /// <summary>A limit, and so at least a part of an alarm.</summary>
    public bool IsLimit => Limits.Contains(Key, StringComparer.Ordinal) || Key is "change_15min";
}

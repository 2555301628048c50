namespace Appliance.Core.Metrics;

/// <summary>
/// When the value of a metric is an alarm, in its own fixed point. A limit that is not set is <see cref="None"/>; a value has to lie
/// beyond a limit, and not on it.
/// </summary>
public sealed class Limits
{
    public const long None = long.MinValue;

    /// <summary>Longest delay in seconds: four hours.</summary>
    public const int LongestDelay = 14_400;

    public long LowCritical = None;
    public long LowWarning = None;
    public long HighWarning = None;
    public long HighCritical = None;

    /// <summary>Largest change within a quarter of an hour, in either direction.</summary>
    public long Change = None;

    /// <summary>How far a value has to come back behind the limit.</summary>
    public long Hysteresis;

    /// <summary>Seconds for which a value has to lie beyond the limit.</summary>
    public int TripSeconds;

    /// <summary>Seconds for which it has to be back.</summary>
    public int ClearSeconds;

    /// <summary>The alarm stands until somebody acknowledges it.</summary>
    public bool IsLatched;

    /// <summary>Key of a metric, or name of a target: while that is off there is no alarm. Null if there is none.</summary>
    public string Inhibitor;

    /// <summary>True when no limit is set.</summary>
    public bool IsEmpty =>
        LowCritical == None && LowWarning == None && HighWarning == None && HighCritical == None && Change == None;
}

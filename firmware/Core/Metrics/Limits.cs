namespace Appliance.Core.Metrics;

/// <summary>The limits of a metric, in its own fixed point. A limit that is not set is <see cref="None"/>.</summary>
public sealed class Limits
{
    public const long None = long.MinValue;

    public long LowCritical = None;
    public long LowWarning = None;
    public long HighWarning = None;
    public long HighCritical = None;

    /// <summary>True when no limit is set.</summary>
    public bool IsEmpty =>
        LowCritical == None && LowWarning == None && HighWarning == None && HighCritical == None;
}

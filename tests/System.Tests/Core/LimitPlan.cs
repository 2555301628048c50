using Appliance.Core.Metrics;

namespace SystemTests.Core;

/// <summary>An alarm as a test has it.</summary>
internal sealed record LimitPlan(
    long? LowCritical, long? LowWarning, long? HighWarning, long? HighCritical, long? Change, long Hysteresis, int TripSeconds, int ClearSeconds, bool Latches)
{
    public Limits ToLimits() => new()
    {
        LowCritical = LowCritical ?? Limits.None,
        LowWarning = LowWarning ?? Limits.None,
        HighWarning = HighWarning ?? Limits.None,
        HighCritical = HighCritical ?? Limits.None,
        Change = Change ?? Limits.None,
        Hysteresis = Hysteresis,
        TripSeconds = TripSeconds,
        ClearSeconds = ClearSeconds,
        IsLatched = Latches,
    };
}

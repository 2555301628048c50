namespace Appliance.Core.Metrics;

/// <summary>What messages call the qualities.</summary>
public static class QualityName
{
    /// <summary>How many qualities there are; their numbers run from 0.</summary>
    public const int Count = 16;

    private static readonly string[] Names =
    {
        "ok",
        "pending",
        "not-present",
        "checksum",
        "out-of-range",
        "power-on",
        "bus-shorted",
        "timeout",
        "not-calibrated",
        "stale",
        "fault",
        "wire-cut",
        "wire-shorted",
        "blackout",
        "implausible",
        "source-missing",
    };

    public static string Of(Quality quality) => Names[(int)quality];
}

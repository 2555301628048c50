using Appliance.Core.Metrics;

namespace SystemTests.Support;

/// <summary>What was written into a metric.</summary>
/// <param name="At">Uptime in milliseconds.</param>
/// <param name="Value">In the fixed point of the metric.</param>
internal sealed record Reading(long At, Quality Quality, long Value)
{
    public bool IsOk => Quality == Quality.Ok;
}

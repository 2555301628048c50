namespace SystemTests.Core;

/// <summary>What there is to see of a metric at one moment.</summary>
/// <param name="At">Uptime in milliseconds.</param>
/// <param name="IsOk">The reading is good.</param>
/// <param name="IsGap">It is missing for so long, or for such a reason, that delays begin anew.</param>
/// <param name="IsInhibited">What inhibits the alarm is off.</param>
/// <param name="IsAcknowledged">Somebody acknowledges the alarm after the look.</param>
internal sealed record LimitLook(long At, long Value, bool IsOk, bool IsGap, bool IsInhibited, bool IsAcknowledged)
{
    public bool IsJudged => IsOk && !IsInhibited;
}

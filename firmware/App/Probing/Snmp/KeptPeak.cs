using Appliance.Core.Counters;
using Appliance.Core.Metrics;
using Appliance.Core.Traffic;

namespace Appliance.App.Probing.Snmp;

/// <summary>The peak of a metric since midnight, kept over restarts.</summary>
internal sealed class KeptPeak
{
    private readonly DailyPeak _peak = new DailyPeak();
    private readonly Counter _value;
    private readonly Counter _day;
    private readonly Metric _metric;

    /// <param name="metric">Where the peak is told.</param>
    public KeptPeak(CounterBook counters, Metric metric)
    {
        _metric = metric;
        _value = counters.Open(metric.Key);
        _day = counters.Open(metric.Key + "_day");
        _peak.Restore(_value.Value, _day.Value);
    }

    /// <param name="source">What it is the peak of; while that is missing, the peak so far stands.</param>
    /// <param name="unixSeconds">0 while the clock is not set: no day, no peak.</param>
    /// <param name="time">Uptime in milliseconds.</param>
    public void Take(Metric source, long unixSeconds, int utcOffsetMinutes, long time)
    {
        if (source.IsOk)
        {
            _peak.Take(source.Value, unixSeconds, utcOffsetMinutes);
            _value.Value = _peak.Value;
            _day.Value = _peak.Day;
        }

        _metric.Put(_peak.IsOf(unixSeconds, utcOffsetMinutes) ? Quality.Ok : Quality.SourceMissing, _peak.Value, time);
    }
}

using Appliance.Core.Journal;
using Appliance.Core.Metrics;
using Appliance.Core.Uplink;
using Appliance.Drivers;

namespace Appliance.App.Storage;

/// <summary>
/// The account of the journal in the group health. What was thinned out or lost is counted over restarts, so that a NOC that misses
/// numbers can see how many it will never get, and why.
/// </summary>
public sealed class JournalSensor : Sensor
{
    private static readonly string[] Names = { "journaled", "drained", "thinned", "lost_full", "lost_corrupt", "lost_unknown" };

    private readonly Outbox _outbox;

    public JournalSensor(MetricBook book, int periodMs, Outbox outbox)
        : base("journal", periodMs, Add(book))
    {
        _outbox = outbox;
    }

    public override long Step(long now)
    {
        JournalCounters counters = _outbox.Journal;
        if (counters != null)
        {
            Metrics[0].Set(counters.Journaled, now);
            Metrics[1].Set(counters.Drained, now);
            Metrics[2].Set(counters.Thinned, now);
            Metrics[3].Set(counters.LostFull, now);
            Metrics[4].Set(counters.LostCorrupt, now);
            Metrics[5].Set(counters.LostUnknown, now);
        }

        return now + PeriodMs;
    }

    private static Metric[] Add(MetricBook book)
    {
        Metric[] metrics = new Metric[Names.Length];
        for (int i = 0; i < metrics.Length; i++)
        {
            metrics[i] = book.Add(new Metric(Group.Health, Names[i], "count", "reports", 0));
        }

        return metrics;
    }
}

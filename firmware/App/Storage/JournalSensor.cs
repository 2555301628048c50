using Appliance.Core.Counters;
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

    /// <summary>From here on, counts go on over restarts.</summary>
    private const int FirstKept = 2;

    private readonly Outbox _outbox;
    private readonly Counter[] _kept = new Counter[Names.Length - FirstKept];
    private readonly long[] _before = new long[Names.Length - FirstKept];

    public JournalSensor(MetricBook book, int periodMs, Outbox outbox, CounterBook counters)
        : base("journal", periodMs, Add(book))
    {
        _outbox = outbox;
        for (int i = 0; i < _kept.Length; i++)
        {
            _kept[i] = counters.Open("journal_" + Names[FirstKept + i]);
            _before[i] = _kept[i].Value;
        }
    }

    public override long Step(long now)
    {
        JournalCounters counters = _outbox.Journal;
        if (counters != null)
        {
            Metrics[0].Set(counters.Journaled, now);
            Metrics[1].Set(counters.Drained, now);
            Keep(0, counters.Thinned, now);
            Keep(1, counters.LostFull, now);
            Keep(2, counters.LostCorrupt, now);
            Keep(3, counters.LostUnknown, now);
        }

        return now + PeriodMs;
    }

    private void Keep(int index, int count, long now)
    {
        _kept[index].Value = _before[index] + count;
        Metrics[FirstKept + index].Set(_kept[index].Value, now);
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

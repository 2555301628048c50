using Appliance.Core.Alarms;
using Appliance.Core.Conditions;
using Appliance.Core.Metrics;

namespace Ixp.Benchmarks;

/// <summary>What it costs to judge alarms, with values that come and go beyond all kinds of limits.</summary>
/// <param name="Bytes">Allocated in all ticks.</param>
/// <param name="Changes">States that have changed in them.</param>
public sealed record AlarmCost(long Bytes, int Changes)
{
    private const int Rounds = 5;

    public static AlarmCost Measure(int alarms, int ticks)
    {
        var metrics = new Metric[alarms];
        var sources = new AlarmSource[alarms];
        for (int i = 0; i < alarms; i++)
        {
            metrics[i] = new Metric((Group)(i % 4), $"m{i}", "c", "°C", 2)
            {
                PeriodSeconds = 1,
                Limits = new Limits
                {
                    LowCritical = -900, LowWarning = -500, HighWarning = 500, HighCritical = 900, Change = 1500, Hysteresis = 100, TripSeconds = 5, ClearSeconds = 5, IsLatched = i % 5 == 0,
                },
            };
            sources[i] = new LimitWatch(metrics[i], i > 0 && i % 7 == 0 ? metrics[i - 1] : null, null);
        }

        // The least of some rounds: now and then .NET makes something of its own on any thread.
        var engine = new Engine(metrics, sources);
        var least = new AlarmCost(long.MaxValue, 0);
        for (int round = 0; round < Rounds; round++)
        {
            long bytes = GC.GetAllocatedBytesForCurrentThread();
            int changes = engine.Run(round * ticks, ticks);
            bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
            least = bytes < least.Bytes ? new AlarmCost(bytes, changes) : least;
        }

        return least;
    }

    private sealed class Engine(Metric[] metrics, AlarmSource[] sources)
    {
        private readonly AlarmQueue _queue = new(sources);
        private readonly SensorWatch[] _sensors = [new SensorWatch("m0", metrics[..1])];
        private readonly ConditionBook _conditions = new();

        public int Run(int from, int ticks)
        {
            int changes = 0;
            for (int tick = from; tick < from + ticks; tick++)
            {
                long now = tick * 1000L;
                for (int i = 0; i < sources.Length; i++)
                {
                    // A triangle with a period of its own.
                    int phase = tick % (40 + i);
                    metrics[i].Set((Math.Abs((2 * phase) - (40 + i)) - 20) * 60, now);
                    if (sources[i].Step(now))
                    {
                        _queue.Note(i, now);
                        changes++;
                    }
                }

                for (int next = _queue.Next(now); next >= 0; next = _queue.Next(now))
                    _queue.MarkTold(next);
                AlarmConditions.Tell(sources, _sensors, _conditions);
            }

            return changes;
        }
    }
}

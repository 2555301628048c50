using System.Collections;
using Appliance.Core.Alarms;
using Appliance.Core.Config;
using Appliance.Core.Metrics;

namespace Appliance.App.Composition;

/// <summary>Gives metrics the limits that the configuration has for them, and makes their alarms.</summary>
public static class LimitFactory
{
    /// <param name="entries">
    /// Entries <c>alarm name= low_critical= low_warning= high_warning= high_critical= change_15min= hysteresis= trip_s= clear_s=
    /// lost_s= latch= inhibit=</c>: limits in the fixed point of the metric that is named, times in seconds.
    /// </param>
    /// <returns>The targets' alarms, and one for each metric that has a limit. A start that is not full lacks some metrics.</returns>
    /// <exception cref="ConfigException">A value is wrong.</exception>
    public static ArrayList Make(ArrayList entries, MetricBook book, TargetWatch[] targets)
    {
        ArrayList alarms = new ArrayList();
        for (int i = 0; i < targets.Length; i++)
        {
            alarms.Add(targets[i]);
        }

        for (int i = 0; i < entries.Count; i++)
        {
            ConfigEntry entry = (ConfigEntry)entries[i];
            Metric metric = book.Find(entry.Text("name"));
            if (metric == null)
            {
                Log.Line("alarms", "there is no " + entry.Text("name"));
                continue;
            }

            metric.LostSeconds = entry.Number("lost_s", 0, Limits.LongestDelay, 0);
            Limits limits = Read(entry);
            if (!limits.IsEmpty)
            {
                metric.Limits = limits;
                alarms.Add(new LimitWatch(
                    metric,
                    limits.Inhibitor == null ? null : book.Find(limits.Inhibitor),
                    Find(targets, limits.Inhibitor)));
            }
        }

        return alarms;
    }

    /// <returns>What an entry says of its metric.</returns>
    /// <exception cref="ConfigException">A value is wrong.</exception>
    public static Limits Read(ConfigEntry entry)
    {
        Limits limits = new Limits();
        limits.LowCritical = entry.Long("low_critical", Limits.None);
        limits.LowWarning = entry.Long("low_warning", Limits.None);
        limits.HighWarning = entry.Long("high_warning", Limits.None);
        limits.HighCritical = entry.Long("high_critical", Limits.None);
        limits.Change = entry.Long("change_15min", Limits.None);
        limits.Hysteresis = entry.Long("hysteresis", 0);
        limits.TripSeconds = entry.Number("trip_s", 0, Limits.LongestDelay, 0);
        limits.ClearSeconds = entry.Number("clear_s", 0, Limits.LongestDelay, 0);
        limits.IsLatched = entry.Number("latch", 0, 1, 0) == 1;
        limits.Inhibitor = entry.Text("inhibit", null);
        return limits;
    }

    private static TargetWatch Find(TargetWatch[] targets, string name)
    {
        for (int i = 0; i < targets.Length; i++)
        {
            if (targets[i].Name == name)
            {
                return targets[i];
            }
        }

        return null;
    }
}

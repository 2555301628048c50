using System.Collections;

namespace Appliance.Core.Metrics;

/// <summary>All metrics of the appliance, in the order in which they are published.</summary>
public sealed class MetricBook
{
    private readonly ArrayList _metrics = new ArrayList();

    public int Count => _metrics.Count;

    public Metric this[int index] => (Metric)_metrics[index];

    public Metric Add(Metric metric)
    {
        _metrics.Add(metric);
        return metric;
    }

    /// <returns>The metric with that key, or null.</returns>
    public Metric Find(string key)
    {
        for (int i = 0; i < _metrics.Count; i++)
        {
            Metric metric = (Metric)_metrics[i];
            if (metric.Key == key)
            {
                return metric;
            }
        }

        return null;
    }

    /// <returns>The metrics of one group; empty if there are none.</returns>
    public Metric[] Of(Group group)
    {
        int count = 0;
        for (int i = 0; i < _metrics.Count; i++)
        {
            if (this[i].Group == group)
            {
                count++;
            }
        }

        Metric[] found = new Metric[count];
        for (int i = _metrics.Count - 1; i >= 0; i--)
        {
            if (this[i].Group == group)
            {
                found[--count] = this[i];
            }
        }

        return found;
    }
}

using System.Collections;
using Appliance.Core.Conditions;
using Appliance.Core.Contract;
using Appliance.Core.Metrics;

namespace Appliance.Core.Alarms;

/// <summary>
/// Tells a sensor that is lost from one that has missed a reading. Lost is the sensor of which one metric has failed for three
/// periods, and at least 10 s, with no good reading in between; it is back when all of its metrics are.
/// </summary>
public sealed class SensorWatch : AlarmSource
{
    private readonly Metric[] _metrics;

    /// <param name="metrics">All metrics of that name; at least one.</param>
    public SensorWatch(string name, Metric[] metrics)
        : base(name)
    {
        _metrics = metrics;
    }

    public Group Group => _metrics[0].Group;

    public bool IsLost { get; private set; }

    public override Severity Severity => IsLost ? Severity.Fault : Severity.Ok;

    public override Subsystem Subsystem => GroupSubsystem.Of(Group);

    /// <summary>Why it was lost; Ok while it is not.</summary>
    public Quality Reason { get; private set; }

    /// <summary>Uptime in milliseconds of the first failed reading if it is lost, else of the reading by which it came back.</summary>
    public long Since { get; private set; }

    /// <returns>A watch for each name of each group, in the order of the book. What the appliance tells of itself is no sensor.</returns>
    public static SensorWatch[] Of(MetricBook book)
    {
        ArrayList watches = new ArrayList();
        for (int i = 0; i < book.Count; i++)
        {
            if (book[i].Group != Group.Health && IsFirstOfName(book, i))
            {
                watches.Add(new SensorWatch(book[i].Name, Namesakes(book, i)));
            }
        }

        SensorWatch[] all = new SensorWatch[watches.Count];
        for (int i = 0; i < all.Length; i++)
        {
            all[i] = (SensorWatch)watches[i];
        }

        return all;
    }

    /// <summary>Looks at the metrics; to be called whenever one of them may have been written.</summary>
    /// <returns>True if the sensor was lost, or came back.</returns>
    public override bool Step(long now)
    {
        if (IsLost)
        {
            if (!IsSeenWell())
            {
                return false;
            }

            IsLost = false;
            Reason = Quality.Ok;
            Since = now;
            return true;
        }

        for (int i = 0; i < _metrics.Length; i++)
        {
            Metric metric = _metrics[i];
            if (metric.LostSince != Metric.Never && now - metric.LostSince >= metric.PatienceMs)
            {
                IsLost = true;
                Reason = metric.Quality;
                Since = metric.LostSince;
                return true;
            }
        }

        return false;
    }

    /// <summary>Each metric was answered for, since the last look or before.</summary>
    public override bool IsSeenWell()
    {
        for (int i = 0; i < _metrics.Length; i++)
        {
            if (!_metrics[i].Quality.IsAnswer())
            {
                return false;
            }
        }

        return true;
    }

    public override AlarmReport Report(Topics topics, Stamp now) => IsLost
        ? AlarmReport.Fault(topics, Name, QualityName.Of(Reason), now.At(Since), AlarmText.Lost(Name, Reason))
        : AlarmReport.Ok(topics, Name, now.At(Since), AlarmText.Name(Name) + " is back");

    /// <summary>One of its metrics has that quality.</summary>
    public bool Has(Quality quality)
    {
        for (int i = 0; i < _metrics.Length; i++)
        {
            if (_metrics[i].Quality == quality)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsFirstOfName(MetricBook book, int index)
    {
        for (int i = 0; i < index; i++)
        {
            if (AreNamesakes(book[i], book[index]))
            {
                return false;
            }
        }

        return true;
    }

    private static Metric[] Namesakes(MetricBook book, int first)
    {
        ArrayList found = new ArrayList();
        for (int i = first; i < book.Count; i++)
        {
            if (AreNamesakes(book[first], book[i]))
            {
                found.Add(book[i]);
            }
        }

        return (Metric[])found.ToArray(typeof(Metric));
    }

    private static bool AreNamesakes(Metric one, Metric other) => one.Group == other.Group && one.Name == other.Name;
}

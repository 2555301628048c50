using Appliance.Core.Metrics;

namespace Appliance.Core.Derived;

/// <summary>A metric that is computed from others. It is as good as they are, and as old.</summary>
public abstract class Derivation
{
    private readonly Metric[] _sources;
    private long _seen = long.MinValue;

    protected Derivation(Metric[] sources, Metric result)
    {
        _sources = sources;
        Result = result;
        result.PeriodSeconds = sources[0].PeriodSeconds;
    }

    public Metric Result { get; }

    /// <summary>Computes the result anew if a source has news. Sources that have told nothing yet are waited for.</summary>
    /// <param name="now">Uptime in milliseconds.</param>
    public void Update(long now)
    {
        bool isComplete = true;
        long latest = long.MinValue;
        for (int i = 0; i < _sources.Length; i++)
        {
            Metric source = _sources[i];
            if (source.Quality == Quality.Pending)
            {
                return;
            }

            isComplete &= source.IsOk;
            if (source.Time > latest)
            {
                latest = source.Time;
            }
        }

        if (latest == _seen)
        {
            return;
        }

        _seen = latest;
        if (isComplete)
        {
            Compute(latest);
        }
        else
        {
            Miss(latest);
        }
    }

    /// <summary>All sources are good: sets the result.</summary>
    /// <param name="time">When the latest source was read.</param>
    protected abstract void Compute(long time);

    /// <summary>A source is missing.</summary>
    protected virtual void Miss(long time) => Result.Fail(Quality.SourceMissing, time);
}

using Appliance.Core.Metrics;

namespace Appliance.Core.Derived;

/// <summary>The time between two readings that may be counted with: none over a gap, for nobody knows what was in it.</summary>
internal sealed class Elapsed
{
    private const int SlackMs = 10_000;

    private readonly Metric _source;
    private bool _isRunning;
    private long _last;

    public Elapsed(Metric source)
    {
        _source = source;
    }

    /// <returns>Milliseconds since the reading before; 0 if there was none, or too long ago.</returns>
    public long Until(long time)
    {
        long passed = _isRunning ? time - _last : 0;
        _isRunning = true;
        _last = time;
        return passed > (3000L * _source.PeriodSeconds) + SlackMs ? 0 : passed;
    }

    /// <summary>A reading is missing.</summary>
    public void Stop() => _isRunning = false;
}

using Appliance.Core.Counters;
using Appliance.Core.Metrics;

namespace Appliance.Core.Derived;

/// <summary>How long something has run: a fan that turns, an air conditioner whose contact says so. A gap adds nothing.</summary>
public sealed class RunTime : Derivation
{
    /// <summary>The counter counts milliseconds; so many are a hundredth of an hour.</summary>
    private const long HundredthOfHour = 36_000;

    private readonly Metric _source;
    private readonly Counter _counter;
    private readonly Elapsed _elapsed;
    private bool _wasRunning;

    /// <param name="source">Greater than zero while it runs.</param>
    /// <param name="counter">Keeps the sum over restarts.</param>
    /// <param name="result">Hours with two decimals.</param>
    public RunTime(Metric source, Counter counter, Metric result)
        : base(new Metric[] { source }, result)
    {
        _source = source;
        _counter = counter;
        _elapsed = new Elapsed(source);
    }

    protected override void Compute(long time)
    {
        long elapsed = _elapsed.Until(time);
        if (_wasRunning)
        {
            _counter.Value += elapsed;
        }

        _wasRunning = _source.Value > 0;
        Result.Set(_counter.Value / HundredthOfHour, time);
    }

    protected override void Miss(long time)
    {
        _elapsed.Stop();
        Result.Set(_counter.Value / HundredthOfHour, time);
    }
}

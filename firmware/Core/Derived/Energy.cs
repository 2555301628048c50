using Appliance.Core.Counters;
using Appliance.Core.Metrics;

namespace Appliance.Core.Derived;

/// <summary>
/// Energy summed up from power. Of a battery it is what went in less what came out. While the power is unknown nothing is
/// added, and the sum stands.
/// </summary>
public sealed class Energy : Derivation
{
    /// <summary>The counter counts tenths of a watt times milliseconds; so many of them are a tenth of a watt hour.</summary>
    private const long TenthOfWattHour = 3_600_000;

    private readonly Metric _power;
    private readonly Counter _counter;
    private readonly Elapsed _elapsed;
    private long _lastPower;

    /// <param name="power">Watts with one decimal.</param>
    /// <param name="counter">Keeps the sum over restarts.</param>
    /// <param name="result">Watt hours with one decimal.</param>
    public Energy(Metric power, Counter counter, Metric result)
        : base(new Metric[] { power }, result)
    {
        _power = power;
        _counter = counter;
        _elapsed = new Elapsed(power);
    }

    protected override void Compute(long time)
    {
        long elapsed = _elapsed.Until(time);
        _counter.Value += (_power.Value + _lastPower) * elapsed / 2;
        _lastPower = _power.Value;
        Result.Set(_counter.Value / TenthOfWattHour, time);
    }

    protected override void Miss(long time)
    {
        _elapsed.Stop();
        Result.Set(_counter.Value / TenthOfWattHour, time);
    }
}

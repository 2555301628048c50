using Appliance.Core.Metrics;

namespace Appliance.Core.Derived;

/// <summary>One metric minus another of the same unit and decimals: outlet minus inlet air.</summary>
public sealed class Difference : Derivation
{
    private readonly Metric _minuend;
    private readonly Metric _subtrahend;

    public Difference(Metric minuend, Metric subtrahend, Metric result)
        : base(new Metric[] { minuend, subtrahend }, result)
    {
        _minuend = minuend;
        _subtrahend = subtrahend;
    }

    protected override void Compute(long time) => Result.Set(_minuend.Value - _subtrahend.Value, time);
}

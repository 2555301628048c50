using Appliance.Core.Climate;
using Appliance.Core.Metrics;

namespace Appliance.Core.Derived;

/// <summary>The temperature at which water would condense from the air.</summary>
public sealed class DewPoint : Derivation
{
    private readonly Metric _temperature;
    private readonly Metric _humidity;

    /// <param name="temperature">Degrees Celsius with two decimals.</param>
    /// <param name="humidity">Percent with two decimals.</param>
    /// <param name="result">Degrees Celsius with two decimals.</param>
    public DewPoint(Metric temperature, Metric humidity, Metric result)
        : base(new Metric[] { temperature, humidity }, result)
    {
        _temperature = temperature;
        _humidity = humidity;
    }

    protected override void Compute(long time) =>
        Result.Set(Psychrometrics.DewPoint(_temperature.Value, _humidity.Value), time);
}

using Appliance.Core.Climate;
using Appliance.Core.Metrics;

namespace Appliance.Core.Derived;

/// <summary>How much water the air holds.</summary>
public sealed class AbsoluteHumidity : Derivation
{
    private readonly Metric _temperature;
    private readonly Metric _humidity;

    /// <param name="temperature">Degrees Celsius with two decimals.</param>
    /// <param name="humidity">Percent with two decimals.</param>
    /// <param name="result">Grams in a cubic metre with two decimals.</param>
    public AbsoluteHumidity(Metric temperature, Metric humidity, Metric result)
        : base(new Metric[] { temperature, humidity }, result)
    {
        _temperature = temperature;
        _humidity = humidity;
    }

    protected override void Compute(long time) =>
        Result.Set(Psychrometrics.AbsoluteHumidity(_temperature.Value, _humidity.Value), time);
}

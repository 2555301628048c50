using Appliance.Core.Chips;
using Appliance.Core.Metrics;
using Appliance.Drivers.Analogue;

namespace Appliance.Drivers.Ntc;

/// <summary>A thermistor in a divider.</summary>
public sealed class NtcSensor : AnalogueSensor
{
    private readonly NtcCurve _curve;

    /// <param name="temperature">Degrees Celsius with two decimals.</param>
    public NtcSensor(string name, AnalogueInput input, NtcCurve curve, int periodMs, Metric temperature)
        : base(name, input, periodMs, temperature)
    {
        _curve = curve;
    }

    protected override void Take(Quality range, long microvolts, long now)
    {
        Quality quality = _curve.Decode(microvolts, out long hundredths);
        Metric.Put(quality != Quality.Ok ? quality : range, hundredths, now);
    }
}

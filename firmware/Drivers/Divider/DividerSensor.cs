using Appliance.Core.Electrical;
using Appliance.Core.Metrics;
using Appliance.Drivers.Analogue;

namespace Appliance.Drivers.Divider;

/// <summary>The voltage of a battery or a supply behind a divider.</summary>
public sealed class DividerSensor : AnalogueSensor
{
    private readonly VoltageDivider _divider;

    /// <param name="volts">Volts with three decimals.</param>
    public DividerSensor(string name, AnalogueInput input, VoltageDivider divider, int periodMs, Metric volts)
        : base(name, input, periodMs, volts)
    {
        _divider = divider;
    }

    protected override void Take(Quality range, long microvolts, long now)
    {
        Quality quality = _divider.Decode(microvolts, out long millivolts);
        Metric.Put(quality != Quality.Ok ? quality : range, millivolts, now);
    }
}

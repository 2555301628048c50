using Appliance.Core.Metrics;
using Appliance.Drivers;

namespace Appliance.App.Composition.Sensors;

/// <summary>Stands for a sensor whose hardware could not be opened: its readings are missing, and say so.</summary>
public sealed class AbsentSensor : Sensor
{
    public AbsentSensor(string name, int periodMs, Metric[] metrics)
        : base(name, periodMs, metrics)
    {
    }

    public override long Step(long now)
    {
        Fail(Quality.Fault, now);
        return now + PeriodMs;
    }
}

using Appliance.Core.Metrics;
using Appliance.Core.Snmp;
using Appliance.Drivers;

namespace Appliance.App.Probing.Snmp;

/// <summary>
/// A sensor that hangs on an SNMP agent. The prober asks, on its own thread; a step takes over what the last answer told, so that
/// metrics stay with the sampler.
/// </summary>
public abstract class AgentSensor : Sensor
{
    private const int StepMs = 1000;

    private readonly object _gate;
    private readonly SnmpItem _item;
    private long _seen = -1;

    /// <param name="gate">Taken while the item is written or read.</param>
    /// <param name="periodMs">Milliseconds from one answer to the next.</param>
    protected AgentSensor(string name, object gate, SnmpItem item, int periodMs, Metric[] metrics)
        : base(name, periodMs, metrics)
    {
        _gate = gate;
        _item = item;
    }

    public override long Step(long now)
    {
        lock (_gate)
        {
            if (_item.Time != _seen)
            {
                _seen = _item.Time;
                Read(_seen);
            }
        }

        return now + StepMs;
    }

    /// <summary>Puts what the item tells into the metrics.</summary>
    /// <param name="time">Uptime in milliseconds of the answer, or of its failing to come.</param>
    protected abstract void Read(long time);
}

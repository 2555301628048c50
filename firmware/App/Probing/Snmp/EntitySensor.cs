using Appliance.Core.Metrics;
using Appliance.Core.Snmp;

namespace Appliance.App.Probing.Snmp;

/// <summary>A sensor in a switch or router (ENTITY-SENSOR-MIB, RFC 3433).</summary>
public sealed class EntitySensor : AgentSensor
{
    private readonly EntityReading _reading;

    public EntitySensor(string name, object gate, EntityReading reading, int periodMs, Metric metric)
        : base(name, gate, reading, periodMs, new Metric[] { metric })
    {
        _reading = reading;
    }

    protected override void Read(long time) => Metrics[0].Put(_reading.Quality, _reading.Value, time);
}

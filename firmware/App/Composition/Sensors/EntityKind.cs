using Appliance.App.Probing.Snmp;
using Appliance.Core.Metrics;
using Appliance.Core.Snmp;
using Appliance.Drivers;

namespace Appliance.App.Composition.Sensors;

internal sealed class EntityKind : SensorKind
{
    public EntityKind()
        : base("entity")
    {
    }

    public override Metric[] Metrics(SensorEntry entry)
    {
        EntityUnit unit = Unit(entry);
        return new Metric[] { entry.Metric(EntityUnitName.Of(unit), EntityUnitName.Sign(unit), EntityUnitName.Decimals(unit)) };
    }

    public override Sensor Make(SensorEntry entry, Metric[] metrics, SensorBuses buses)
    {
        SnmpAgent agent = buses.Agent(entry);
        EntityReading reading = new EntityReading((uint)entry.Number("index", 1, int.MaxValue), Unit(entry));
        agent.Add(reading);
        return new EntitySensor(entry.Name, agent.Gate, reading, agent.PollMs, metrics[0]);
    }

    private static EntityUnit Unit(SensorEntry entry)
    {
        string name = entry.Text("unit", "c");
        return EntityUnitName.TryParse(name, out EntityUnit unit) ? unit : throw entry.Error("unknown unit '" + name + "'");
    }
}

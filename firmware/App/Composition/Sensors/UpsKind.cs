using Appliance.App.Probing.Snmp;
using Appliance.Core.Metrics;
using Appliance.Core.Snmp;
using Appliance.Drivers;

namespace Appliance.App.Composition.Sensors;

internal sealed class UpsKind : SensorKind
{
    public UpsKind()
        : base("ups")
    {
    }

    public override Metric[] Metrics(SensorEntry entry) => new Metric[]
    {
        entry.Metric("on_battery", "", 0),
        entry.Metric("left_min", "min", 0),
        entry.Metric("charge_pct", "%", 0),
        entry.Metric("input_v", "V", 1),
    };

    public override Sensor Make(SensorEntry entry, Metric[] metrics, SensorBuses buses)
    {
        SnmpAgent agent = buses.Agent(entry);
        UpsReading reading = new UpsReading();
        agent.AddUrgent(reading);
        return new UpsSensor(entry.Name, agent.Gate, reading, agent.CheckMs, metrics);
    }
}

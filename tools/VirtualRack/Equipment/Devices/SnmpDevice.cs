using VirtualBoard.Running;
using VirtualRack.Equipment.Snmp;

namespace VirtualRack.Equipment.Devices;

/// <summary>A machine that tells of itself by SNMP.</summary>
public abstract class SnmpDevice
{
    private readonly string _description;
    private readonly string _objectId;

    /// <param name="objectId">sysObjectID.</param>
    private protected SnmpDevice(TimeBase time, string name, string community, TimeSpan uptime, string description, string objectId)
    {
        Time = time;
        Name = name;
        _description = description;
        _objectId = objectId;
        Agent = new SnmpAgent(time, community, uptime);
    }

    /// <summary>sysName.</summary>
    public string Name { get; }

    public SnmpAgent Agent { get; }

    private protected TimeBase Time { get; }

    /// <summary>The machine starts anew: uptime and counters begin at 0.</summary>
    public virtual void Restart() => Agent.Restart();

    /// <returns>A table with the group system of SNMPv2-MIB, and the engine's time of SNMP-FRAMEWORK-MIB.</returns>
    private protected SnmpTable WithSystem()
    {
        const string Group = "1.3.6.1.2.1.1.";
        var table = new SnmpTable();
        table.Add(Group + "1", () => SnmpValue.Text(_description));
        table.Add(Group + "2", () => SnmpValue.Id(_objectId));
        table.Add(Group + "3", () => SnmpValue.TimeTicks(Agent.UptimeTicks));
        table.Add(Group + "4", () => SnmpValue.Text("noc@ixp.example"));
        table.Add(Group + "5", () => SnmpValue.Text(Name));
        table.Add(Group + "6", () => SnmpValue.Text("virtual rack"));
        table.Add("1.3.6.1.6.3.10.2.1.3", () => SnmpValue.Integer(Agent.UptimeSeconds));
        return table;
    }
}

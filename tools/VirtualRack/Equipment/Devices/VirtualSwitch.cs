using System.Globalization;
using VirtualBoard.Running;
using VirtualRack.Equipment.Snmp;
using VirtualRack.Wiring;
using VirtualRack.World;

namespace VirtualRack.Equipment.Devices;

/// <summary>
/// A peering switch: what members send comes in and goes out again at the others. Tells of itself by SNMPv2-MIB, IF-MIB
/// (RFC 2863) and ENTITY-SENSOR-MIB (RFC 3433).
/// </summary>
public sealed class VirtualSwitch : SnmpDevice
{
    /// <summary>entPhysicalIndex of the thermometer at its inlet.</summary>
    public const int InletSensor = 1001;

    /// <summary>entPhysicalIndex of its fan.</summary>
    public const int FanSensor = 1002;

    /// <summary>Where ports are counted from that were asked for by name alone.</summary>
    private const int FirstIndex = 10_001;

    private readonly Lock _gate = new();
    private readonly Rack _rack;
    private readonly List<SwitchPort> _ports = [];
    private readonly IReadOnlyDictionary<int, EntitySensor> _sensors;

    /// <param name="ports">Those of the plan that are this switch's. Four more come with it: two with little traffic, two without link.</param>
    /// <param name="entities">Sensors besides the usual two.</param>
    /// <exception cref="WiringException">A sensor has a unit that no sensor has.</exception>
    public VirtualSwitch(
        TimeBase time, Rack rack, string name, IReadOnlyList<WiredPort> ports, IReadOnlyList<WiredEntity> entities, string community = "public")
        : base(time, name, community, Uptime(rack.Settings.Seed, name), "Virtual switch", "1.3.6.1.4.1.8072.3.2.10")
    {
        _rack = rack;
        foreach (var port in ports)
            Add(port.Name, port.IfName, port.IfIndex, share: 1);
        foreach (string usual in new[] { "mgmt0", "vlan1" })
            Add(usual, usual, null, share: 0.01);
        foreach (string spare in new[] { "spare1", "spare2" })
            Add(spare, spare, null, share: 1).IsDown = true;
        var sensors = new Dictionary<int, EntitySensor> { [InletSensor] = EntitySensor.Of("c")!, [FanSensor] = EntitySensor.Of("rpm")! };
        foreach (var entity in entities)
            sensors[entity.Index] = EntitySensor.Of(entity.Unit) ?? throw new WiringException($"{name}: no sensor has the unit '{entity.Unit}'.");
        _sensors = sensors;
        Agent.Table = Build();
    }

    public IReadOnlyList<SwitchPort> Ports => _ports;

    /// <summary>Seconds of the world until which the ports have kept what they counted.</summary>
    internal double SettledAt { get; private set; }

    /// <inheritdoc/>
    public override void Restart() => Restart(renumberedBy: 0);

    /// <summary>The switch starts anew and numbers its interfaces otherwise than before.</summary>
    /// <param name="renumberedBy">Added to each ifIndex.</param>
    public void Restart(int renumberedBy)
    {
        base.Restart();
        Change(() =>
        {
            foreach (var port in _ports)
            {
                port.Clear();
                port.Index += renumberedBy;
            }
        });
        Agent.Table = Build();
    }

    /// <summary>Changes something about the ports; what they counted before is kept.</summary>
    internal void Change(Action change)
    {
        // The time is asked outside the lock: it has a lock of its own.
        double now = Time.NowMicros / 1e6;
        lock (_gate)
        {
            var counted = _ports.ConvertAll(p => p.Counted(now));
            for (int i = 0; i < counted.Count; i++)
                _ports[i].Keep(counted[i]);
            SettledAt = Math.Max(SettledAt, now);
            change();
        }
    }

    /// <summary>Reads at the present time.</summary>
    /// <param name="read">Gets the seconds of the world.</param>
    internal T Read<T>(Func<double, T> read)
    {
        double now = Time.NowMicros / 1e6;
        lock (_gate)
            return read(now);
    }

    private static TimeSpan Uptime(int seed, string name) => TimeSpan.FromDays(20 + (60 * NoiseOf(seed, name).Unit(0)));

    private static Noise NoiseOf(int seed, string name) => new(seed, (int)Connections.SerialOf(name));

    private SwitchPort Add(string name, string? interfaceName, int? index, double share)
    {
        if (_ports.Find(p => (index is { } i && p.Index == i) || string.Equals(p.InterfaceName, interfaceName, StringComparison.Ordinal)) is { } same)
            return same;

        int number = index ?? FirstIndex;
        while (_ports.Exists(p => p.Index == number))
            number++;
        var noise = NoiseOf(_rack.Settings.Seed, $"{Name}/{interfaceName ?? number.ToString(CultureInfo.InvariantCulture)}");
        int megabits = noise.Unit(20) < 0.6 ? 1000 : 10_000;
        double mean = share * megabits * 1e6 / 8 * (0.06 + (0.2 * noise.Unit(21)));
        var traffic = new PortTraffic(noise, _rack.Settings.StartsAt.TotalHours, mean);
        var port = new SwitchPort(this, name, interfaceName ?? $"Ethernet{number}", number, megabits, traffic);
        _ports.Add(port);
        return port;
    }

    private SnmpTable Build()
    {
        const string Interface = "1.3.6.1.2.1.2.2.1.";
        const string Extension = "1.3.6.1.2.1.31.1.1.1.";
        const string Sensor = "1.3.6.1.2.1.99.1.1.1.";
        var table = WithSystem();
        table.Add("1.3.6.1.2.1.2.1", () => SnmpValue.Integer(_ports.Count));
        foreach (var port in _ports)
        {
            int index = port.Index;
            table.Add(Interface + "1", index, () => SnmpValue.Integer(index));
            table.Add(Interface + "2", index, () => SnmpValue.Text(port.InterfaceName));
            table.Add(Interface + "8", index, () => SnmpValue.Integer(port.IsDown ? 2 : 1));
            table.Add(Interface + "14", index, () => SnmpValue.Counter32(port.InErrors));
            table.Add(Extension + "1", index, () => SnmpValue.Text(port.InterfaceName));
            table.Add(Extension + "6", index, () => SnmpValue.Counter64(port.InOctets));
            table.Add(Extension + "10", index, () => SnmpValue.Counter64(port.OutOctets));
            table.Add(Extension + "15", index, () => SnmpValue.Gauge32((uint)port.Megabits));
            table.Add(Extension + "19", index, () => SnmpValue.TimeTicks(port.DiscontinuityTicks));
        }

        foreach (var (index, sensor) in _sensors)
        {
            table.Add("1.3.6.1.2.1.47.1.1.1.1.7", index, () => SnmpValue.Text($"sensor {index}"));
            table.Add(Sensor + "1", index, () => SnmpValue.Integer(sensor.Type));
            table.Add(Sensor + "2", index, () => SnmpValue.Integer(sensor.Scale));
            table.Add(Sensor + "3", index, () => SnmpValue.Integer(sensor.Precision));
            table.Add(Sensor + "4", index, () => SnmpValue.Integer(sensor.ValueOf(_rack.Look())));
            table.Add(Sensor + "5", index, () => SnmpValue.Integer(1));
        }

        return table;
    }
}

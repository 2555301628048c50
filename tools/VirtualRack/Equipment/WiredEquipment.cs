using VirtualBoard;
using VirtualRack.Equipment.Devices;
using VirtualRack.Equipment.Services;
using VirtualRack.Wiring;
using VirtualRack.World;

namespace VirtualRack.Equipment;

/// <summary>The machines around the appliance, answering on real sockets of this PC.</summary>
public sealed class WiredEquipment : IDisposable
{
    private readonly Dictionary<string, NetworkHost> _hostOf = new(StringComparer.Ordinal);
    private readonly List<NetworkHost> _hosts = [];
    private readonly Dictionary<string, SwitchPort> _ports = new(StringComparer.Ordinal);

    private WiredEquipment()
    {
    }

    public IReadOnlyList<NetworkHost> Hosts => _hosts;

    /// <summary>Ports of switches by their names in the plan.</summary>
    public IReadOnlyDictionary<string, SwitchPort> Ports => _ports;

    /// <summary>Makes a machine for every address of the plan that lies in 127.0.0.0/8. Every service gets a free port.</summary>
    /// <exception cref="WiringException">A target cannot be wired.</exception>
    public static WiredEquipment Wire(Board board, Rack rack, EquipmentPlan plan)
    {
        var wired = new WiredEquipment();
        try
        {
            foreach (var target in plan.Targets.Where(t => t.Host.GetAddressBytes() is [127, _, _, _]))
                wired.Add(board, rack, plan, target);
            foreach (var target in plan.Targets)
                wired.Connect(target);
            return wired;
        }
        catch
        {
            wired.Dispose();
            throw;
        }
    }

    /// <summary>A target is one of this equipment.</summary>
    public bool Has(string target) => _hostOf.ContainsKey(target);

    /// <summary>The machine of a target.</summary>
    /// <exception cref="WiringException">No machine has such a target.</exception>
    public NetworkHost HostOf(string target) => _hostOf.TryGetValue(target, out var host)
        ? host
        : throw new WiringException($"No machine is called '{target}'; there is {string.Join(", ", _hostOf.Keys)}.");

    /// <summary>The port on which a target really answers; 0 for an icmp target without one.</summary>
    /// <exception cref="WiringException">No machine has such a target.</exception>
    public int PortOf(string target) => HostOf(target).Services.TryGetValue(target, out var service) ? service.Port : 0;

    /// <summary>What answers to a target.</summary>
    /// <exception cref="WiringException">Nothing does, or something of another kind.</exception>
    public T Service<T>(string target)
        where T : NetworkService => HostOf(target).Services.GetValueOrDefault(target) as T
            ?? throw new WiringException($"'{target}' is no {typeof(T).Name}.");

    /// <summary>The switch or supply behind an snmp target.</summary>
    /// <exception cref="WiringException">It is none.</exception>
    public T Device<T>(string target)
        where T : SnmpDevice => HostOf(target).Devices.OfType<T>().FirstOrDefault(d => d.Name == target)
            ?? throw new WiringException($"'{target}' is no {typeof(T).Name}.");

    /// <summary>Closes every socket.</summary>
    public void Dispose()
    {
        foreach (var service in _hosts.SelectMany(h => h.Services.Values))
            service.Dispose();
    }

    private void Add(Board board, Rack rack, EquipmentPlan plan, WiredTarget target)
    {
        if (_hostOf.ContainsKey(target.Name))
            throw new WiringException($"Two targets are called '{target.Name}'; give each a name of its own.");
        var host = _hosts.Find(h => h.Address.Equals(target.Host));
        if (host is null)
            _hosts.Add(host = new NetworkHost(board, target.Name, target.Host, Review));
        _hostOf.Add(target.Name, host);
        host.Targets.Add(target.Name);
        var (service, device) = TargetKinds.Make(target, plan, board.Time, rack);
        if (service is not null)
        {
            host.Add(target.Name, service);
            service.Open(target.Host);
        }

        if (device is not null)
            host.Add(device);
        if (device is VirtualSwitch { Ports: var ports })
        {
            foreach (var port in plan.Ports.Where(p => p.Target == target.Name))
                _ports.Add(port.Name, ports.First(p => p.InterfaceName == port.IfName || p.Index == port.IfIndex));
        }
    }

    private void Connect(WiredTarget target)
    {
        foreach (string parent in target.Parents)
        {
            if (_hostOf.TryGetValue(target.Name, out var host) && _hostOf.TryGetValue(parent, out var before))
                host.Follow(before);
        }
    }

    /// <summary>Works out who is silent: who is off, and whoever is reached by silent machines alone.</summary>
    private void Review()
    {
        var silent = _hosts.Where(h => h.IsDown).ToHashSet();
        while (_hosts.Find(h => h.Parents.Count > 0 && h.Parents.All(silent.Contains) && silent.Add(h)) is not null)
        {
        }

        foreach (var host in _hosts)
            host.Path.IsSilent = silent.Contains(host);
    }
}

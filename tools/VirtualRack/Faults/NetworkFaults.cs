using VirtualRack.Equipment;
using VirtualRack.Equipment.Devices;
using VirtualRack.Wiring;

namespace VirtualRack.Faults;

/// <summary>The faults of the machines around the appliance.</summary>
internal static class NetworkFaults
{
    private const int SlowMs = 300;
    private const int LossPercent = 40;

    public static IReadOnlyList<RackFault> All { get; } =
    [
        new("switch-down", "a switch is off, and all behind it is silent: the first one, or switch-down:name", (wired, target) => Down(Switch(wired, target, _ => true))),
        new("router-down", "a router is off, and all behind it is silent: the first one, or router-down:name",
            (wired, target) => Down(HostOf(wired, target, "router", "rtr"))),
        new("host-down", "the machine of a target is off, and all behind it is silent: host-down:name", (wired, target) => Down(HostOf(wired, target))),
        new("service-down", "the program that a target asks has ended, its port is closed: service-down:name", ServiceDown),
        new("port-down", "a port of a switch loses its link: port-down:name", PortDown),
        new("switch-restart", "a switch starts anew, and its counters begin at 0: the first one, or switch-restart:name", Restart),
        new("slow", "what is sent to a machine takes 300 ms longer: slow:name", (wired, target) => Slow(HostOf(wired, target))),
        new("lossy", "40 % of the datagrams to a machine are lost: lossy:name", (wired, target) => Lossy(HostOf(wired, target))),
    ];

    private static Action<bool> Down(NetworkHost host) => on => host.IsDown = on;

    private static Action<bool> Slow(NetworkHost host) => on => host.Path.Delay = TimeSpan.FromMilliseconds(on ? SlowMs : 0);

    private static Action<bool> Lossy(NetworkHost host) => on => host.Path.LossPercent = on ? LossPercent : 0;

    private static Action<bool> ServiceDown(WiredRack wired, string? target)
    {
        var services = HostOf(wired, target).Services;
        return services.TryGetValue(target!, out var service)
            ? on => service.IsDown = on
            : throw new WiringException($"'{target}' is answered by the system itself; switch the machine off with host-down:{target}.");
    }

    private static Action<bool> PortDown(WiredRack wired, string? name)
    {
        var ports = EquipmentOf(wired).Ports;
        return ports.TryGetValue(name ?? string.Empty, out var port)
            ? on => port.IsDown = on
            : throw new WiringException($"There is no port '{name}'; there is {string.Join(", ", ports.Keys)}.");
    }

    private static Action<bool> Restart(WiredRack wired, string? target)
    {
        var host = Switch(wired, target, IsSwitch);
        if (host.Devices.Count == 0)
            throw new WiringException($"'{host.Name}' has no counters; take an snmp target.");
        return on =>
        {
            foreach (var device in on ? host.Devices : [])
                device.Restart();
        };
    }

    /// <summary>Unless told, the first that is called a switch and fits, or else the first that is one.</summary>
    private static NetworkHost Switch(WiredRack wired, string? target, Func<NetworkHost, bool> fits)
    {
        var hosts = EquipmentOf(wired).Hosts;
        return (target is null ? hosts.FirstOrDefault(h => IsCalled(h, "switch", "sw") && fits(h)) ?? hosts.FirstOrDefault(IsSwitch) : null)
            ?? HostOf(wired, target, "switch", "sw");
    }

    /// <param name="target">Null for the first machine one of whose targets has one of the words in its name.</param>
    private static NetworkHost HostOf(WiredRack wired, string? target, params string[] words)
    {
        var equipment = EquipmentOf(wired);
        if (target is not null)
            return equipment.HostOf(target);
        return equipment.Hosts.FirstOrDefault(h => IsCalled(h, words))
            ?? throw new WiringException($"Which one? There is {string.Join(", ", equipment.Hosts.SelectMany(h => h.Targets))}; add it behind a colon.");
    }

    private static bool IsSwitch(NetworkHost host) => host.Devices.OfType<VirtualSwitch>().Any();

    private static bool IsCalled(NetworkHost host, params string[] words) => host.Targets.Exists(t => Words.Has(t, words));

    private static WiredEquipment EquipmentOf(WiredRack wired) => wired.Equipment
        ?? throw new WiringException("There is no equipment around this rack: the site has no target in 127.0.0.0/8 besides the broker.");
}

using VirtualBoard.Running;
using VirtualRack.Equipment.Devices;
using VirtualRack.Equipment.Services;
using VirtualRack.Wiring;
using VirtualRack.World;

namespace VirtualRack.Equipment;

/// <summary>What stands behind a target of each kind.</summary>
public static class TargetKinds
{
    private const int SshPort = 22;

    public static IReadOnlyList<string> Names { get; } = ["icmp", "tcp", "bgp", "http", "dns", "snmp"];

    /// <returns>Its service, and what it is when it is more; no service for what the system answers itself.</returns>
    /// <exception cref="WiringException">There is no such kind.</exception>
    internal static (NetworkService? Service, SnmpDevice? Device) Make(WiredTarget target, EquipmentPlan plan, TimeBase time, Rack rack) => target.Kind switch
    {
        // The system answers echo requests; the port is for boards that may not ping.
        "icmp" => (target.Port > 0 ? new GreetingService() : null, null),
        "tcp" => (new GreetingService(Greeting(target)), null),
        "bgp" => (new BgpService(), null),
        "http" => (new HttpService(), null),
        "dns" => (new DnsService(), null),
        "snmp" => Device(target, plan, time, rack) is var device ? (device.Agent, device) : default,
        _ => throw new WiringException($"{target.Name}: unknown kind '{target.Kind}'; known are {string.Join(", ", Names)}."),
    };

    private static string? Greeting(WiredTarget target) =>
        (target.Text("banner") ?? (target.Port == SshPort ? GreetingService.Ssh : null)) is { } begin ? begin + "virtual" : null;

    private static SnmpDevice Device(WiredTarget target, EquipmentPlan plan, TimeBase time, Rack rack)
    {
        string community = plan.Communities.GetValueOrDefault(target.Text("community") ?? "default", "public");
        return Words.Has(target.Name, "ups")
            ? new VirtualUps(time, rack, target.Name, community)
            : new VirtualSwitch(time, rack, target.Name, [.. plan.Ports.Where(p => p.Target == target.Name)], [.. plan.Entities.Where(e => e.Target == target.Name)], community);
    }
}

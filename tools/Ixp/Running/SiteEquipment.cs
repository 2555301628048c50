using System.Net;
using System.Net.NetworkInformation;
using Ixp.Sites;
using Ixp.Sites.Secrets;
using Ixp.Sites.Sensors;
using VirtualRack.Equipment;

namespace Ixp.Running;

/// <summary>The machines that a site probes on this PC: its targets in 127.0.0.0/8, but for the broker and what is there already.</summary>
internal static class SiteEquipment
{
    /// <summary>Below are the usual ports of services, which belong to the virtual machines whatever this PC runs itself.</summary>
    private const int FirstFreePort = 1024;

    public static EquipmentPlan PlanOf(Site site, SiteSecrets secrets)
    {
        WiredTarget[] targets = [.. site.Targets.Where(t => IsVirtual(t, site.Broker)).Select(Wired)];
        var names = targets.Select(t => t.Name).ToHashSet(StringComparer.Ordinal);
        return new EquipmentPlan(targets)
        {
            Ports = [.. site.Ports.Where(p => names.Contains(p.Target)).Select(p => new WiredPort(p.Name, p.Target, p.IfName, p.IfIndex))],
            Entities = [.. site.Sensors.Where(s => s.Kind.Name is "entity" && names.Contains(s.Text("target")!)).Select(Wired)],
            Communities = secrets.Communities().ToDictionary(StringComparer.Ordinal),
        };
    }

    /// <summary>The site with the ports on which its machines really answer.</summary>
    public static Site At(this Site site, WiredEquipment? equipment) => equipment is null ? site : site with
    {
        Targets = [.. site.Targets.Select(t => equipment.Has(t.Name) ? t with { Port = equipment.PortOf(t.Name) } : t)],
    };

    private static bool IsVirtual(TargetEntry target, BrokerEntry broker) =>
        IPAddress.TryParse(target.Host, out var address)
        && address.GetAddressBytes() is [127, _, _, _]
        && TargetKinds.Names.Contains(target.Kind)
        && !(string.Equals(target.Host, broker.Host, StringComparison.Ordinal) && target.Port == broker.Port)
        && !(target.Port >= FirstFreePort && IsTaken(target, address));

    /// <summary>Somebody on this PC answers there, who is to be probed.</summary>
    private static bool IsTaken(TargetEntry target, IPAddress address)
    {
        var pc = IPGlobalProperties.GetIPGlobalProperties();
        var taken = target.Kind is "dns" or "snmp" ? pc.GetActiveUdpListeners() : pc.GetActiveTcpListeners();
        return taken.Any(t => t.Port == target.Port && (t.Address.Equals(address) || t.Address.Equals(IPAddress.Any) || t.Address.Equals(IPAddress.IPv6Any)));
    }

    private static WiredTarget Wired(TargetEntry target) => new(
        target.Kind,
        target.Name,
        IPAddress.Parse(target.Host),
        target.Port,
        target.Parents,
        target.Values.ToDictionary(v => v.Key, v => (object?)v.Value, StringComparer.Ordinal));

    private static WiredEntity Wired(SensorEntry sensor) => new(sensor.Text("target")!, sensor.Number("index")!.Value, sensor.Text("unit")!);
}

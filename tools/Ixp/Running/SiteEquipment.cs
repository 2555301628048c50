using System.Net;
using System.Net.NetworkInformation;
using Ixp.Sites;
using VirtualRack.Equipment;

namespace Ixp.Running;

/// <summary>The machines that a site probes on this PC: its targets in 127.0.0.0/8, but for the broker and what is there already.</summary>
internal static class SiteEquipment
{
    /// <summary>Below are the usual ports of services, which belong to the virtual machines whatever this PC runs itself.</summary>
    private const int FirstFreePort = 1024;

    public static EquipmentPlan PlanOf(Site site) => new([.. site.Targets.Where(t => IsVirtual(t, site.Broker)).Select(Wired)]);

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
        target.Kind, target.Name, IPAddress.Parse(target.Host), target.Port, [], new Dictionary<string, object?>(StringComparer.Ordinal));
}

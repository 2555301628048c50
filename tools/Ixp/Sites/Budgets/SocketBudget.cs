using Appliance.App.Probing.Tcp;

namespace Ixp.Sites.Budgets;

/// <summary>How many sockets a site has open at the same time, at the most.</summary>
public static class SocketBudget
{
    /// <summary>The broker, and the gateway when nothing else answers.</summary>
    private const int OwnTcp = 2;

    /// <summary>SNTP, and the resolver.</summary>
    private const int OwnUdp = 2;

    /// <returns>TCP, and all.</returns>
    public static (int Tcp, int All) Estimate(Site site)
    {
        // What may not ping tries a TCP port instead.
        int tcp = OwnTcp + Math.Min(TcpProbe.Lanes, site.Targets.Count(t => t.Kind is "tcp" or "bgp" or "http" or "icmp"));
        int echo = site.Targets.Any(t => t.Kind is "icmp") ? 1 : 0;
        int datagrams = site.Targets.Any(t => t.Kind is "dns" or "snmp") ? 1 : 0;
        return (tcp, tcp + OwnUdp + echo + datagrams);
    }

    /// <returns>Why the site does not fit the board's image, or null.</returns>
    public static Finding? Of(Site site, Board board)
    {
        var (tcp, all) = Estimate(site);
        return all > board.Abilities.Sockets
            ? new Finding("targets", $"this site has up to {all} sockets open, and {board.Image} has {board.Abilities.Sockets}", "leave out a kind of targets")
            : tcp > board.Abilities.TcpSockets
                ? new Finding("targets", $"this site has up to {tcp} TCP connections open, and {board.Image} allows {board.Abilities.TcpSockets}", "leave out targets that are asked by TCP")
                : null;
    }
}

using Ixp.Running;
using Ixp.Sites;
using VirtualRack.Equipment.Services;
using VirtualRack.Equipment.Snmp;

namespace Ixp.Benchmarks;

/// <summary>As many targets as a device has, most of them dead in every way there is: what must not stall anything.</summary>
public static class CrowdedSite
{
    private const int OfEachKind = 4;
    private const int OfEachDeath = 10;
    private const string Absent = "absent";
    private const string Closed = "closed";
    private const string Filtered = "filtered";
    private const string Mute = "mute";

    private static readonly string[] Kinds = ["icmp", "tcp", "bgp", "http", "dns", "snmp"];

    private static readonly Dictionary<string, string[]> Deaths = new(StringComparer.Ordinal)
    {
        // No answer to ARP, no program behind the port, a filter that drops, an agent that does not know us.
        [Absent] = ["icmp"],
        [Closed] = ["tcp"],
        [Filtered] = ["tcp", "bgp", "http", "dns"],
        [Mute] = ["snmp"],
    };

    /// <summary>Targets that answer.</summary>
    public static IReadOnlyList<string> Living { get; } = [.. Kinds.SelectMany(k => Enumerable.Range(1, OfEachKind).Select(n => $"{k}{n}"))];

    /// <summary>Targets that do not.</summary>
    public static IReadOnlyList<string> Dead { get; } = [.. Deaths.Keys.SelectMany(d => Enumerable.Range(1, OfEachDeath).Select(n => $"{d}{n}"))];

    /// <returns>The site with these targets in place of its own, each checked every 10 s, and nothing that hangs on others.</returns>
    public static Site Crowded(this Site site) => site with
    {
        Ports = [],
        Sensors = [.. site.Sensors.Where(s => s.Text("target") is null)],
        Targets = [.. Living.Concat(Dead).Select((name, i) => Target(name, $"127.0.2.{i + 1}"))],
    };

    /// <summary>Lets the dead ones die.</summary>
    public static void Kill(VirtualSite site)
    {
        foreach (string name in Dead)
        {
            var equipment = site.Rack.Equipment!;
            switch (name.TrimEnd(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']))
            {
                case Closed:
                    equipment.Service<NetworkService>(name).IsDown = true;
                    break;
                case Mute:
                    equipment.Service<SnmpAgent>(name).Community = "of somebody else";
                    break;
                default:
                    equipment.HostOf(name).IsDown = true;
                    break;
            }
        }
    }

    private static TargetEntry Target(string name, string host)
    {
        string word = name.TrimEnd(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
        string[] kinds = Deaths.TryGetValue(word, out string[]? of) ? of : [word];
        string kind = kinds[int.Parse(name.AsSpan(word.Length), System.Globalization.CultureInfo.InvariantCulture) % kinds.Length];
        var target = new TargetEntry(kind, name, host, kind is "icmp" ? 0 : 9, PeriodSeconds: 10, TimeoutMs: 2000);
        return kind is "dns" ? target.With("query", "www.example.net") : target;
    }
}

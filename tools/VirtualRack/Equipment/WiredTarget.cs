using System.Net;

namespace VirtualRack.Equipment;

/// <summary>Something that the site probes.</summary>
/// <param name="Kind">One of <see cref="TargetKinds.Names"/>.</param>
/// <param name="Name">Unique in the site. It also tells what it is: an snmp target with the word ups is one, any other a switch.</param>
/// <param name="Host">Targets of one address are one machine.</param>
/// <param name="Port">As the site has it; 0 for none. The equipment answers on another one.</param>
/// <param name="Parents">Names of targets that lie on the way.</param>
/// <param name="Values">Values of the kind by the keys of site files: banner, community.</param>
public sealed record WiredTarget(
    string Kind,
    string Name,
    IPAddress Host,
    int Port,
    IReadOnlyList<string> Parents,
    IReadOnlyDictionary<string, object?> Values)
{
    public WiredTarget(string kind, string name, string host, int port = 0, params IReadOnlyList<string> parents)
        : this(kind, name, IPAddress.Parse(host), port, parents, new Dictionary<string, object?>(StringComparer.Ordinal))
    {
    }

    /// <returns>A text among the values; null where there is none.</returns>
    internal string? Text(string key) => Values.TryGetValue(key, out object? value) ? value as string : null;
}

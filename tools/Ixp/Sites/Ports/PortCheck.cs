using System.Globalization;
using Ixp.Sites.Targets;

namespace Ixp.Sites.Ports;

/// <summary>A port is asked of a target that can tell it, by one entry, under a name that the group traffic has free.</summary>
internal sealed class PortCheck(TargetNames targets, NamePlan names)
{
    /// <summary>What the device has room for.</summary>
    public const int Most = 64;

    /// <summary>First parts of the keys that tell of the exchange as a whole.</summary>
    private static readonly string[] Totals = ["exchange", "exchange_peak", "ports"];

    private readonly Dictionary<(string Target, string Port), string> _owners = [];

    public IEnumerable<Finding?> Of(PortEntry port, string path)
    {
        yield return Totals.Contains(port.Name, StringComparer.Ordinal)
            ? new Finding(path + ".name", $"{port.Name} begins the keys of the whole exchange in the group traffic", "give the port another name")
            : names.Take(port.Name, path, "port");
        yield return targets.NotSnmp(port.Target, path + ".target");

        // A name in quotes, so that a name of digits is no index.
        string place = port.IfName is { } name ? $"'{name}'" : string.Create(CultureInfo.InvariantCulture, $"index {port.IfIndex}");
        if (!_owners.TryAdd((port.Target, place), port.Name))
            yield return new Finding(path + (port.IfName is null ? ".if_index" : ".if_name"), $"{place} of {port.Target} is the port {_owners[(port.Target, place)]} already", "take one of the two away");
    }
}

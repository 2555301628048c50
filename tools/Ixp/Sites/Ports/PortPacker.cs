using System.Globalization;

namespace Ixp.Sites.Ports;

/// <summary>Makes the device's line of a port.</summary>
internal static class PortPacker
{
    public static IEnumerable<(string Name, string? Value)> Values(PortEntry port) =>
    [
        ("name", port.Name),
        ("target", port.Target),
        ("if_name", port.IfName),
        ("if_index", port.IfIndex?.ToString(CultureInfo.InvariantCulture)),
        ("member", port.IsMember ? "1" : "0"),
        ("keys", port.HasKeys || !port.IsMember ? "1" : "0"),
    ];
}

using System.Text.RegularExpressions;

namespace Ixp.Sites.Ports;

/// <summary>Reads one port of a site file.</summary>
internal static partial class PortReader
{
    public static PortEntry Read(JsonObjectReader json)
    {
        bool hasName = json.Has("if_name");
        if (hasName == json.Has("if_index"))
            json.Refuse("if_index", hasName ? "stands beside if_name" : "is missing", hasName ? "let one of them name the port" : "give it or if_name");
        var port = new PortEntry(
            SiteFile.Level(json, "name"),
            json.Text("target"),
            hasName ? json.Text("if_name", IfName(), "1 to 64 characters of printable ASCII") : null,
            !hasName && json.Has("if_index") ? json.Number("if_index", 1, int.MaxValue) : null,
            json.Flag("member", true),
            json.Flag("keys", false));
        json.RefuseUnknown();
        return port;
    }

    [GeneratedRegex("^[ -~]{1,64}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IfName();
}

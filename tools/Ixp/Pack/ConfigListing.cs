using System.Text.Json;
using System.Text.Json.Nodes;
using Appliance.Core.Config;
using Ixp.Sites;

namespace Ixp.Pack;

/// <summary>A device's configuration file, read back by the device's own reader. Secrets are never shown.</summary>
public static class ConfigListing
{
    private const string Hidden = "(hidden)";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>By their lines: the community of a target is only the name of one.</summary>
    private static readonly (string Keyword, string Name)[] Secrets = [("broker", "password"), ("snmp", "community")];

    /// <returns>A line an entry: the keyword, and its values as <c>name=value</c>, those with spaces in quotes.</returns>
    /// <exception cref="SiteException">The device would refuse the file.</exception>
    public static string Text(byte[] file, string path) => string.Concat(Entries(file, path).Select(e =>
        $"{e.Keyword}{string.Concat(Values(e).Select(v => $" {v.Name}={Quoted(v.Value)}"))}\n"));

    /// <returns>A JSON array of objects, each with the keyword as <c>"entry"</c> and its values.</returns>
    /// <exception cref="SiteException">The device would refuse the file.</exception>
    public static string Json(byte[] file, string path) => new JsonArray([.. Entries(file, path).Select(e =>
        (JsonNode)new JsonObject([KeyValuePair.Create("entry", (JsonNode?)e.Keyword), .. Values(e).Select(v => KeyValuePair.Create(v.Name, (JsonNode?)v.Value))]))])
        .ToJsonString(Indented) + "\n";

    /// <summary>The entries of a file, with the device's own complaint in the words of this program.</summary>
    internal static IReadOnlyList<ConfigEntry> Entries(byte[] file, string path)
    {
        try
        {
            return [.. ConfigReader.Read(file).Cast<ConfigEntry>()];
        }
        catch (ConfigException e)
        {
            // What a line holds may be a secret, and stands in the device's own words.
            string problem = e.Line > 1 ? $"line {e.Line} is malformed" : e.Message;
            throw new SiteException($"{path}: {problem}; a device refuses such a file. Pack it again with ixp pack.");
        }
    }

    internal static IEnumerable<(string Name, string Value)> Values(ConfigEntry entry)
    {
        for (int i = 0; i < entry.Count; i++)
            yield return (entry.NameAt(i), Secrets.Contains((entry.Keyword, entry.NameAt(i))) ? Hidden : entry.ValueAt(i));
    }

    private static string Quoted(string value) => value.Length == 0 || value.Any(c => c is ' ' or '"' || char.IsControl(c)) ? JsonSerializer.Serialize(value, Indented) : value;
}

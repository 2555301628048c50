using System.Text.Json.Nodes;

namespace Ixp.Checking;

/// <summary>What a JSON file is: told by its <c>$schema</c>, else by its keys.</summary>
internal static class FileKind
{
    public const string Board = "board";
    public const string Site = "site";
    public const string Secrets = "secrets";

    private static readonly (string Kind, string[] Keys)[] Signs =
    [
        (Secrets, ["broker_password", "snmp_communities", "client_certificate_file", "client_key_file", "wifi_password"]),
        (Board, ["image", "soc", "pins", "functions", "abilities"]),
        (Site, ["device", "broker", "sensors", "targets", "ports"]),
    ];

    /// <returns>Null if it cannot be told.</returns>
    public static string? Of(JsonObject root)
    {
        if (root["$schema"] is JsonValue value && value.TryGetValue(out string? schema)
            && Signs.FirstOrDefault(s => schema.EndsWith(s.Kind + ".schema.json", StringComparison.Ordinal)).Kind is { } told)
        {
            return told;
        }

        var best = Signs.MaxBy(s => s.Keys.Count(root.ContainsKey));
        return best.Keys.Any(root.ContainsKey) ? best.Kind : null;
    }
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Ixp.Contract;

/// <summary>The contract as an AsyncAPI 3.0 document, made from the channels and the schemas of their payloads.</summary>
public static class AsyncApi
{
    private const string Root = "ixp/v1/{site}/{device}/";

    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>What <c>tools/Ixp/Contract/asyncapi.json</c> has to hold.</returns>
    public static string Text() => new JsonObject
    {
        ["asyncapi"] = "3.0.0",
        ["info"] = new JsonObject
        {
            ["title"] = "IXP appliance",
            ["version"] = "1.0.0",
            ["description"] = "Telemetry of the appliance in an Internet Exchange's rack, and the commands that it takes. All messages are JSON with QoS 1.",
            ["license"] = new JsonObject { ["name"] = "MIT" },
        },
        ["defaultContentType"] = "application/json",
        ["channels"] = Object(ContractChannel.All, c => (Name(c), Channel(c))),
        ["operations"] = Object(ContractChannel.All, c => (Name(c), Operation(c))),
        ["components"] = new JsonObject { ["schemas"] = Object(ContractSchemas.Names, n => (n, Schema(n))) },
    }.ToJsonString(Layout) + "\n";

    private static JsonObject Channel(ContractChannel channel) => new()
    {
        ["address"] = Root + channel.Path,
        ["description"] = channel.Summary,
        ["parameters"] = Object(Regex.Matches(Root + channel.Path, @"\{(\w+)\}", RegexOptions.None, TimeSpan.FromSeconds(1)), m => (m.Groups[1].Value, new JsonObject
        {
            ["description"] = m.Groups[1].Value switch
            {
                "site" => "The exchange, or one of its places.",
                "device" => "The device: its client id and user name.",
                "target" => "Name of a target.",
                "channel" => "A group, probe, alarm or event.",
                _ => "Name of a metric, a sensor or a target.",
            },
        })),
        ["messages"] = new JsonObject
        {
            [channel.Schema] = new JsonObject { ["payload"] = Reference($"#/components/schemas/{channel.Schema}") },
        },
    };

    /// <summary>From the device's side: it sends its reports, and receives commands.</summary>
    private static JsonObject Operation(ContractChannel channel) => new()
    {
        ["action"] = channel.IsCommand ? "receive" : "send",
        ["summary"] = channel.Summary,
        ["channel"] = Reference($"#/channels/{Name(channel)}"),
        ["bindings"] = new JsonObject { ["mqtt"] = new JsonObject { ["qos"] = 1, ["retain"] = channel.IsRetained, ["bindingVersion"] = "0.2.0" } },
    };

    private static JsonObject Schema(string name)
    {
        var schema = ContractSchemas.Read(name);
        schema.Remove("$schema");
        return schema;
    }

    private static string Name(ContractChannel channel) => channel.Root.Replace("/", "-", StringComparison.Ordinal);

    private static JsonObject Reference(string to) => new() { ["$ref"] = to };

    private static JsonObject Object<T>(IEnumerable<T> items, Func<T, (string Key, JsonObject Value)> make) =>
        new(items.Select(make).Select(p => KeyValuePair.Create<string, JsonNode?>(p.Key, p.Value)));
}

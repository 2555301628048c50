using System.Text.Json.Nodes;
using Ixp.Sites.Fields;

namespace Ixp.Sites.Targets;

/// <summary>What the schema of site files says of targets.</summary>
internal static class TargetSchema
{
    /// <returns>The definition <c>target</c>.</returns>
    public static JsonObject Make()
    {
        var first = new JsonObject
        {
            ["name"] = new JsonObject { ["$ref"] = "#/$defs/level", ["description"] = "A level of the topic: probe/<name>." },
            ["host"] = new JsonObject { ["type"] = "string", ["format"] = "ipv4" },
            ["period_s"] = TargetFields.Period.Schema(),
            ["timeout_ms"] = TargetFields.Timeout.Schema(),
            ["parents"] = new JsonObject
            {
                ["type"] = "array",
                ["items"] = new JsonObject { ["type"] = "string" },
                ["description"] = "Targets that this one is reached through: while those are down it is unreachable, and no alarm of its own.",
            },
        };
        return KindSchema.Make(TargetKind.All, first, [], ["kind", "name", "host"]);
    }
}

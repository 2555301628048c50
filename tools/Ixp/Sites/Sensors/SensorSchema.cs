using System.Text.Json.Nodes;
using Ixp.Sites.Fields;

namespace Ixp.Sites.Sensors;

/// <summary>What the schema of site files says of sensors.</summary>
internal static class SensorSchema
{
    /// <returns>The definition <c>sensor</c>.</returns>
    public static JsonObject Make()
    {
        var first = new JsonObject
        {
            ["name"] = new JsonObject { ["$ref"] = "#/$defs/level", ["description"] = "What it measures: the first part of its keys." },
            ["group"] = new JsonObject { ["enum"] = KindSchema.Texts(SensorReader.Groups), ["description"] = "The message it is told in." },
            ["period_s"] = SensorFields.Period.Schema(),
        };
        var tables = new JsonObject
        {
            ["limits"] = Table("Limits by unit as it stands in the key: c, rh, v ...", "limits"),
            ["calibration"] = Table("Correction by unit: reading times gain plus offset is told.", "correction"),
            ["max_per_minute"] = new JsonObject
            {
                ["type"] = "object",
                ["description"] = "The largest change a minute that is believed at once, by unit. A reading that jumps further is told when the next one confirms it.",
                ["additionalProperties"] = new JsonObject { ["type"] = "number", ["exclusiveMinimum"] = 0, ["maximum"] = SensorReader.Bound },
            },
        };
        return KindSchema.Make(SensorKind.All, first, tables, ["kind", "name", "group"], k => UnitsOf(k, tables.Select(t => t.Key)));
    }

    private static JsonObject UnitsOf(SensorKind kind, IEnumerable<string> tables) => new(tables.Select(t => KeyValuePair.Create(
        t, (JsonNode?)new JsonObject { ["propertyNames"] = new JsonObject { ["enum"] = KindSchema.Texts(kind.Decimals.Keys) } })));

    private static JsonObject Table(string sentence, string definition) => new()
    {
        ["type"] = "object",
        ["description"] = sentence,
        ["additionalProperties"] = new JsonObject { ["$ref"] = $"#/$defs/{definition}" },
    };
}

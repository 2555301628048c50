using System.Text.Json.Nodes;
using Ixp.Sites.Alarms;
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
        var last = new JsonObject
        {
            ["preset"] = new JsonObject { ["enum"] = KindSchema.Texts(AlarmPreset.All.Select(p => p.Name)), ["description"] = "Limits that suit what is measured; limits change them field by field." },
        };
        var tables = new JsonObject
        {
            ["limits"] = Table("Alarms by unit as it stands in the key: c, rh, v ...", "limits"),
            ["calibration"] = Table("Correction by unit: reading times gain plus offset is told.", "correction"),
            ["max_per_minute"] = new JsonObject
            {
                ["type"] = "object",
                ["description"] = "The largest change a minute that is believed at once, by unit. A reading that jumps further is told when the next one confirms it.",
                ["additionalProperties"] = new JsonObject { ["type"] = "number", ["exclusiveMinimum"] = 0, ["maximum"] = SensorReader.Bound },
            },
        };
        foreach (var (key, table) in tables)
            last[key] = table!.DeepClone();
        return KindSchema.Make(SensorKind.All, first, last, ["kind", "name", "group"], k => UnitsOf(k, tables.Select(t => t.Key)));
    }

    /// <returns>The definition <c>limits</c>.</returns>
    public static JsonObject Limits()
    {
        var properties = new JsonObject();
        foreach (var field in LimitField.All)
        {
            properties[field.Key] = field.IsSeconds
                ? new JsonObject { ["type"] = "integer", ["minimum"] = field.Key is "lost_s" ? 1 : 0, ["maximum"] = LimitField.LongestDelay, ["description"] = field.Sentence }
                : new JsonObject { ["type"] = "number", ["minimum"] = field.Key is "hysteresis" or "change_15min" ? 0 : -SensorReader.Bound, ["maximum"] = SensorReader.Bound, ["description"] = field.Sentence };
        }

        properties["latch"] = new JsonObject { ["type"] = "boolean", ["default"] = false, ["description"] = "The alarm stands until somebody acknowledges it." };
        properties["inhibit"] = new JsonObject { ["type"] = "string", ["pattern"] = "^[a-z0-9_-]{1,64}$", ["description"] = "Key of a metric, such as grid_present, or name of a target: while it is 0, silent or down there is no alarm." };
        return new JsonObject { ["type"] = "object", ["additionalProperties"] = false, ["properties"] = properties };
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

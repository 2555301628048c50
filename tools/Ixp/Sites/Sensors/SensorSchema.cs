using System.Text.Json.Nodes;

namespace Ixp.Sites.Sensors;

/// <summary>What the schema of site files says of sensors: made from the kinds, so that editor and tools are of one mind.</summary>
internal static class SensorSchema
{
    private static readonly string[] Common = ["kind", "name", "group", "period_s", "limits", "calibration", "max_per_minute"];

    /// <returns>The definition <c>sensor</c>.</returns>
    public static JsonObject Make()
    {
        var properties = new JsonObject
        {
            ["kind"] = new JsonObject { ["enum"] = Texts(SensorKind.All.Select(k => k.Name)), ["description"] = "What it is." },
            ["name"] = new JsonObject { ["$ref"] = "#/$defs/level", ["description"] = "What it measures: the first part of its keys." },
            ["group"] = new JsonObject { ["enum"] = Texts(SensorReader.Groups), ["description"] = "The message it is told in." },
            ["period_s"] = new NumberField("period_s", 1, 3600, "Seconds from one reading to the next.", 5).Schema(),
        };
        foreach (var field in SensorKind.All.SelectMany(k => k.Fields).DistinctBy(f => f.Key))
            properties[field.Key] = field.Schema();
        properties["limits"] = Table("Limits by unit as it stands in the key: c, rh, v ...", "limits");
        properties["calibration"] = Table("Correction by unit: reading times gain plus offset is told.", "correction");
        properties["max_per_minute"] = new JsonObject
        {
            ["type"] = "object",
            ["description"] = "The largest change a minute that is believed at once, by unit. A reading that jumps further is told when the next one confirms it.",
            ["additionalProperties"] = new JsonObject { ["type"] = "number", ["exclusiveMinimum"] = 0, ["maximum"] = SensorReader.Bound },
        };
        return new JsonObject
        {
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["required"] = Texts(["kind", "name", "group"]),
            ["properties"] = properties,
            ["allOf"] = new JsonArray([.. SensorKind.All.Select(Rule)]),
        };
    }

    /// <summary>What a kind may have, and what it must.</summary>
    private static JsonObject Rule(SensorKind kind)
    {
        var then = new JsonObject
        {
            ["description"] = kind.Sentence,
            ["propertyNames"] = new JsonObject { ["enum"] = Texts(Common.Concat(kind.Fields.Select(f => f.Key))) },
        };
        string[] required = [.. kind.Fields.Where(f => f.IsRequired).Select(f => f.Key)];
        if (required.Length > 0)
            then["required"] = Texts(required);
        then["properties"] = new JsonObject(new[] { "limits", "calibration", "max_per_minute" }.Select(t => KeyValuePair.Create(
            t, (JsonNode?)new JsonObject { ["propertyNames"] = new JsonObject { ["enum"] = Texts(kind.Decimals.Keys) } })));
        return new JsonObject
        {
            ["if"] = new JsonObject { ["properties"] = new JsonObject { ["kind"] = new JsonObject { ["const"] = kind.Name } }, ["required"] = Texts(["kind"]) },
            ["then"] = then,
        };
    }

    private static JsonObject Table(string sentence, string definition) => new()
    {
        ["type"] = "object",
        ["description"] = sentence,
        ["additionalProperties"] = new JsonObject { ["$ref"] = $"#/$defs/{definition}" },
    };

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(t => JsonValue.Create(t))]);
}

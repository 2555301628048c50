using System.Text.Json.Nodes;

namespace Ixp.Sites.Fields;

/// <summary>What the schema of site files says of entries that are of a kind: made from the kinds, so that editor and tools are of one mind.</summary>
internal static class KindSchema
{
    /// <param name="first">Keys of every kind that stand behind <c>kind</c>, in front of those that some kinds have.</param>
    /// <param name="last">Keys of every kind that stand behind them.</param>
    /// <param name="required">Keys that every kind needs.</param>
    /// <param name="ruleOf">What a kind says of other keys than those of its fields.</param>
    public static JsonObject Make<T>(IReadOnlyList<T> kinds, JsonObject first, JsonObject last, string[] required, Func<T, JsonObject>? ruleOf = null)
        where T : EntryKind
    {
        var shared = kinds.SelectMany(k => k.Fields).GroupBy(f => f.Key, f => f.Schema(), StringComparer.Ordinal).ToDictionary(g => g.Key, g => Shared([.. g]), StringComparer.Ordinal);
        string[] common = ["kind", .. first.Select(p => p.Key), .. last.Select(p => p.Key)];
        var properties = new JsonObject
        {
            ["kind"] = new JsonObject { ["enum"] = Texts(kinds.Select(k => k.Name)), ["description"] = "What it is." },
        };
        foreach (var (key, value) in first.Concat(shared.Select(s => KeyValuePair.Create(s.Key, (JsonNode?)s.Value))).Concat(last))
            properties[key] = value!.DeepClone();
        return new JsonObject
        {
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["required"] = Texts(required),
            ["properties"] = properties,
            ["allOf"] = new JsonArray([.. kinds.Select(k => Rule(k, common, shared, ruleOf?.Invoke(k) ?? []))]),
        };
    }

    public static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(t => JsonValue.Create(t))]);

    /// <summary>What a kind may have, and what it must.</summary>
    private static JsonObject Rule(EntryKind kind, string[] common, Dictionary<string, JsonObject> shared, JsonObject properties)
    {
        var then = new JsonObject
        {
            ["description"] = kind.Sentence,
            ["propertyNames"] = new JsonObject { ["enum"] = Texts(common.Concat(kind.Fields.Select(f => f.Key))) },
        };
        string[] required = [.. kind.Fields.Where(f => f.IsRequired).Select(f => f.Key)];
        if (required.Length > 0)
            then["required"] = Texts(required);
        foreach (var field in kind.Fields)
        {
            var own = Without(field.Schema(), shared[field.Key]);
            if (own.Count > 0)
                properties[field.Key] = own;
        }

        if (properties.Count > 0)
            then["properties"] = properties;
        return new JsonObject
        {
            ["if"] = new JsonObject { ["properties"] = new JsonObject { ["kind"] = new JsonObject { ["const"] = kind.Name } }, ["required"] = Texts(["kind"]) },
            ["then"] = then,
        };
    }

    /// <summary>What all kinds say of a key.</summary>
    private static JsonObject Shared(IReadOnlyList<JsonObject> schemas) => Kept(schemas[0], p => schemas.All(s => JsonNode.DeepEquals(s[p.Key], p.Value)));

    private static JsonObject Without(JsonObject schema, JsonObject shared) => Kept(schema, p => !shared.ContainsKey(p.Key));

    private static JsonObject Kept(JsonObject schema, Func<KeyValuePair<string, JsonNode?>, bool> isKept) =>
        new(schema.Where(isKept).Select(p => KeyValuePair.Create(p.Key, p.Value?.DeepClone())));
}

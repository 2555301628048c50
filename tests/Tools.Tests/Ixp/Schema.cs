using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Tools.Tests.Ixp;

/// <summary>
/// Judges JSON by a schema (JSON Schema 2020-12), as far as ours go. A keyword that it does not know is an error, so that a
/// schema cannot ask for what no test looks at.
/// </summary>
internal sealed class Schema(JsonObject root)
{
    public bool Allows(JsonNode? node) => Allows(root, node);

    /// <param name="path">Keys and indices down to an object.</param>
    /// <returns>The keys that the object may have by name.</returns>
    public IReadOnlyCollection<string> KeysAt(IEnumerable<string> path) =>
        [.. SchemaOf(path)["properties"]?.AsObject().Select(p => p.Key) ?? []];

    /// <returns>The object may have the key, by name or because it is a table.</returns>
    public bool HasKey(IEnumerable<string> path, string key) =>
        KeysAt(path).Contains(key) || SchemaOf(path)["additionalProperties"] is JsonObject;

    private JsonObject SchemaOf(IEnumerable<string> path) => path.Aggregate(root, (schema, step) => Resolve(
        (step.All(char.IsAsciiDigit) && schema["items"] is { } items ? items : schema["properties"]?[step] ?? schema["additionalProperties"])!.AsObject()));

    private bool Allows(JsonNode? schema, JsonNode? node) =>
        schema is JsonValue flag ? flag.GetValue<bool>() : schema!.AsObject().All(k => Holds(schema.AsObject(), k.Key, k.Value!, node));

    private bool Holds(JsonObject schema, string keyword, JsonNode rule, JsonNode? node)
    {
        var keys = node as JsonObject ?? [];
        var kind = node?.GetValueKind() ?? JsonValueKind.Null;
        return keyword switch
        {
            "$schema" or "$defs" or "title" or "description" or "default" or "then" or "else" => true,
            "$ref" => Allows(Resolve(schema), node),
            "type" => rule.GetValue<string>() switch
            {
                "object" => kind is JsonValueKind.Object,
                "array" => kind is JsonValueKind.Array,
                "string" => kind is JsonValueKind.String,
                "boolean" => kind is JsonValueKind.True or JsonValueKind.False,
                "number" => kind is JsonValueKind.Number,
                "integer" => kind is JsonValueKind.Number && decimal.IsInteger(node!.GetValue<decimal>()),
                var other => throw new NotSupportedException(other),
            },
            "enum" => rule.AsArray().Any(choice => JsonNode.DeepEquals(choice, node)),
            "const" => JsonNode.DeepEquals(rule, node),
            "minimum" => kind is not JsonValueKind.Number || node!.GetValue<decimal>() >= rule.GetValue<decimal>(),
            "maximum" => kind is not JsonValueKind.Number || node!.GetValue<decimal>() <= rule.GetValue<decimal>(),
            "exclusiveMinimum" => kind is not JsonValueKind.Number || node!.GetValue<decimal>() > rule.GetValue<decimal>(),
            "minLength" => kind is not JsonValueKind.String || node!.GetValue<string>().Length >= rule.GetValue<int>(),
            "maxLength" => kind is not JsonValueKind.String || node!.GetValue<string>().Length <= rule.GetValue<int>(),
            "pattern" => kind is not JsonValueKind.String || Matches(node!.GetValue<string>(), rule.GetValue<string>()),
            "format" when rule.GetValue<string>() is "ipv4" => kind is not JsonValueKind.String || IsIPv4(node!.GetValue<string>()),
            "required" => kind is not JsonValueKind.Object || rule.AsArray().All(k => keys.ContainsKey(k!.GetValue<string>())),
            "dependentRequired" => rule.AsObject().All(r => !keys.ContainsKey(r.Key) || r.Value!.AsArray().All(k => keys.ContainsKey(k!.GetValue<string>()))),
            "properties" => keys.All(p => !rule.AsObject().ContainsKey(p.Key) || Allows(rule[p.Key], p.Value)),
            "additionalProperties" => keys.All(p => schema["properties"]?.AsObject().ContainsKey(p.Key) == true || Allows(rule, p.Value)),
            "propertyNames" => keys.All(p => Allows(rule, JsonValue.Create(p.Key))),
            "items" => node is not JsonArray list || list.All(item => Allows(rule, item)),
            "maxItems" => node is not JsonArray list || list.Count <= rule.GetValue<int>(),
            "allOf" => rule.AsArray().All(part => Allows(part, node)),
            "oneOf" => rule.AsArray().Count(part => Allows(part, node)) == 1,
            "if" => (Allows(rule, node) ? schema["then"] : schema["else"]) is not { } branch || Allows(branch, node),
            _ => throw new NotSupportedException($"{keyword}: {rule}"),
        };
    }

    private JsonObject Resolve(JsonObject schema) =>
        schema["$ref"] is { } reference ? root["$defs"]![reference.GetValue<string>()["#/$defs/".Length..]]!.AsObject() : schema;

    /// <summary>A <c>$</c> of ECMAScript is the very end, one of .NET is also in front of a last line break.</summary>
    private static bool Matches(string text, string pattern) =>
        Regex.IsMatch(text, pattern.EndsWith('$') ? pattern[..^1] + @"\z" : pattern, RegexOptions.None, TimeSpan.FromSeconds(1));

    private static bool IsIPv4(string text) => IPAddress.TryParse(text, out var address) && address.ToString() == text && !text.Contains(':', StringComparison.Ordinal);
}

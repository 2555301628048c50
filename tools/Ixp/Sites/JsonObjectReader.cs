using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ixp.Sites;

/// <summary>
/// Reads the values of one JSON object and refuses what it does not know. Every complaint names the file, the path of the
/// value, what is wrong and what would be right.
/// </summary>
internal sealed class JsonObjectReader
{
    private readonly HashSet<string> _known = ["$schema"];
    private readonly JsonObject _object;

    private JsonObjectReader(JsonObject node, string file, string path)
    {
        _object = node;
        File = file;
        Path = path;
    }

    public string File { get; }

    /// <summary>Path of the object: <c>sensors[2]</c>; empty for the file itself.</summary>
    public string Path { get; }

    /// <exception cref="SiteException">The file is not there or no JSON object.</exception>
    public static JsonObjectReader Open(string file)
    {
        try
        {
            var options = new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
            return JsonNode.Parse(System.IO.File.ReadAllText(file), documentOptions: options) is JsonObject root
                ? new JsonObjectReader(root, file, "")
                : throw new SiteException($"{file}: must be a JSON object, beginning with {{");
        }
        catch (JsonException e)
        {
            throw new SiteException($"{file}({e.LineNumber + 1},{e.BytePositionInLine + 1}): is no JSON: {e.Message}");
        }
        catch (IOException e)
        {
            throw new SiteException($"{file}: cannot be read: {e.Message}");
        }
    }

    public SiteException Error(string key, string problem) =>
        new($"{File}: {At(key)}: {problem}");

    public bool Has(string key)
    {
        _known.Add(key);
        return _object[key] is not null;
    }

    public string Text(string key, string? fallback = null)
    {
        if (!Has(key))
            return fallback ?? throw Error(key, "is missing.");
        return _object[key] is JsonValue value && value.TryGetValue(out string? text)
            ? text
            : throw Error(key, $"must be a text in quotes, not {_object[key]!.ToJsonString()}.");
    }

    public string OneOf(string key, IReadOnlyList<string> choices)
    {
        string text = Text(key);
        return choices.Contains(text)
            ? text
            : throw Error(key, $"'{text}' is not known{Nearest(text, choices)}; it is one of {string.Join(", ", choices)}.");
    }

    public int Number(string key, int low, int high, int? fallback = null)
    {
        if (!Has(key))
            return fallback ?? throw Error(key, $"is missing; give a whole number from {low} to {high}.");
        return _object[key] is JsonValue value && value.TryGetValue(out int number) && number >= low && number <= high
            ? number
            : throw Error(key, $"must be a whole number from {low} to {high}, not {_object[key]!.ToJsonString()}.");
    }

    public decimal Decimal(string key) =>
        Has(key) && _object[key] is JsonValue value && value.TryGetValue(out decimal number)
            ? number
            : throw Error(key, "must be a number.");

    public bool Flag(string key, bool fallback)
    {
        if (!Has(key))
            return fallback;
        return _object[key] is JsonValue value && value.TryGetValue(out bool flag)
            ? flag
            : throw Error(key, $"must be true or false, not {_object[key]!.ToJsonString()}.");
    }

    public int? Hex(string key)
    {
        if (!Has(key))
            return null;
        string text = Text(key);
        return text.StartsWith("0x", StringComparison.Ordinal)
            && int.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int number)
                ? number
                : throw Error(key, $"'{text}' is no hexadecimal number such as \"0x44\".");
    }

    public IReadOnlyList<int> Numbers(string key, int low, int high) =>
        [.. Items(key).Select((item, i) => item is JsonValue value && value.TryGetValue(out int number) && number >= low && number <= high
            ? number
            : throw Error($"{key}[{i}]", $"must be a whole number from {low} to {high}."))];

    public IReadOnlyList<string> Texts(string key) =>
        [.. Items(key).Select((item, i) => item is JsonValue value && value.TryGetValue(out string? text)
            ? text
            : throw Error($"{key}[{i}]", "must be a text in quotes."))];

    /// <returns>The object of a key, or null if it is not there.</returns>
    public JsonObjectReader? Object(string key)
    {
        if (!Has(key))
            return null;
        return _object[key] is JsonObject child ? new JsonObjectReader(child, File, At(key)) : throw Error(key, "must be an object in braces.");
    }

    public IReadOnlyList<JsonObjectReader> Objects(string key) =>
        [.. Items(key).Select((item, i) => item is JsonObject child
            ? new JsonObjectReader(child, File, $"{At(key)}[{i}]")
            : throw Error($"{key}[{i}]", "must be an object in braces."))];

    /// <summary>The keys of an object that is a table of its own.</summary>
    public IReadOnlyList<string> Keys() => [.. _object.Select(p => p.Key)];

    /// <summary>To be called when everything has been read.</summary>
    /// <exception cref="SiteException">A key was never asked for.</exception>
    public void RefuseUnknown()
    {
        foreach (var (key, _) in _object)
        {
            if (!_known.Contains(key))
                throw Error(key, $"is not known here{Nearest(key, [.. _known])}.");
        }
    }

    private JsonArray Items(string key)
    {
        if (!Has(key))
            return [];
        return _object[key] as JsonArray ?? throw Error(key, "must be a list in brackets.");
    }

    private string At(string key) => Path.Length == 0 ? key : $"{Path}.{key}";

    private static string Nearest(string text, IReadOnlyList<string> choices)
    {
        var nearest = choices.Select(c => (Word: c, Distance: EditDistance.Between(text, c))).MinBy(c => c.Distance);
        return nearest.Word is not null && nearest.Distance <= Math.Max(1, text.Length / 3) ? $"; did you mean '{nearest.Word}'?" : "";
    }
}

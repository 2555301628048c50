using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Ixp.Sites;

/// <summary>
/// Reads the values of one JSON object and refuses what it does not know. Every complaint names the file, the path of the
/// value, what is wrong and what would be right.
/// </summary>
internal sealed class JsonObjectReader
{
    private readonly HashSet<string> _known;
    private readonly JsonObject _object;
    private readonly bool _isSecret;

    private JsonObjectReader(JsonObject node, string file, string path, bool isSecret)
    {
        _object = node;
        _isSecret = isSecret;
        _known = path.Length == 0 ? ["$schema"] : [];
        File = file;
        Path = path;
    }

    public string File { get; }

    /// <summary>Path of the object: <c>sensors[2]</c>; empty for the file itself.</summary>
    public string Path { get; }

    /// <exception cref="SiteException">The file is not there or no JSON object.</exception>
    public static JsonObjectReader Open(string file) => Open(file, isSecret: false);

    /// <summary>Opens a file whose values stand in no complaint.</summary>
    /// <exception cref="SiteException">The file is not there or no JSON object.</exception>
    public static JsonObjectReader OpenSecret(string file) => Open(file, isSecret: true);

    private static JsonObjectReader Open(string file, bool isSecret)
    {
        try
        {
            var options = new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, AllowDuplicateProperties = false };
            return JsonNode.Parse(System.IO.File.ReadAllText(file), documentOptions: options) is JsonObject root
                ? new JsonObjectReader(root, file, "", isSecret)
                : throw new SiteException($"{file}: must be a JSON object, beginning with {{");
        }
        catch (JsonException e)
        {
            string place = e.LineNumber is { } line ? $"({line + 1},{e.BytePositionInLine + 1})" : "";
            throw new SiteException($"{file}{place}: is no JSON{(isSecret ? "." : $": {Sentence(e.Message)}")}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SiteException($"{file}: cannot be read: {e.Message}");
        }
    }

    /// <summary>The keys that were asked for so far.</summary>
    internal IReadOnlyCollection<string> Known => _known;

    /// <summary>The objects in this one that were read so far.</summary>
    internal List<JsonObjectReader> Parts { get; } = [];

    public SiteException Error(string key, string problem) =>
        new($"{File}: {At(key)}: {problem}");

    public bool Has(string key)
    {
        _known.Add(key);
        return _object.ContainsKey(key);
    }

    public string Text(string key, string? fallback = null)
    {
        if (!Has(key))
            return fallback ?? throw Error(key, "is missing.");
        return TryText(_object[key], out string text)
            ? text
            : throw Error(key, $"must be a text in quotes{Not(key)}");
    }

    /// <param name="form">What the text has to match, all of it: a <c>$</c> alone would allow a line's end behind.</param>
    /// <param name="expected">The form for people.</param>
    public string Text(string key, Regex form, string expected)
    {
        string text = Text(key);
        return form.Match(text) is { Success: true } match && match.Length == text.Length ? text : throw Error(key, _isSecret ? $"is not {expected}." : $"'{text}' is not {expected}.");
    }

    /// <returns>The full path of a file that is named from the folder of this one.</returns>
    public string FilePath(string key)
    {
        string name = Text(key);
        return name.Length > 0
            ? System.IO.Path.GetFullPath(name, System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(File))!)
            : throw Error(key, "is empty; name a file, from the folder of this one.");
    }

    public string OneOf(string key, IReadOnlyList<string> choices)
    {
        string text = Text(key);
        return choices.Contains(text)
            ? text
            : throw Error(key, $"'{text}' is not known; it is one of {string.Join(", ", choices)}{Hint(text, choices)}");
    }

    public int Number(string key, int low, int high, int? fallback = null)
    {
        if (!Has(key))
            return fallback ?? throw Error(key, $"is missing; give a whole number from {low} to {high}.");
        return _object[key] is JsonValue value && value.TryGetValue(out int number) && number >= low && number <= high
            ? number
            : throw Error(key, $"must be a whole number from {low} to {high}{Not(key)}");
    }

    /// <param name="bound">The number lies between minus this and this.</param>
    public decimal Decimal(string key, decimal bound) =>
        Has(key) && _object[key] is JsonValue value && value.TryGetValue(out decimal number) && Math.Abs(number) <= bound
            ? number
            : throw Error(key, $"must be a number from -{bound} to {bound}{Not(key)}");

    public bool Flag(string key, bool fallback)
    {
        if (!Has(key))
            return fallback;
        return _object[key] is JsonValue value && value.TryGetValue(out bool flag)
            ? flag
            : throw Error(key, $"must be true or false{Not(key)}");
    }

    public int Hex(string key, int low, int high)
    {
        string text = Text(key);
        return text.StartsWith("0x", StringComparison.Ordinal)
            && int.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int number)
            && number >= low && number <= high
                ? number
                : throw Error(key, $"'{text}' is no hexadecimal number from \"0x{low:x2}\" to \"0x{high:x2}\".");
    }

    public IReadOnlyList<int> Numbers(string key, int low, int high) =>
        [.. Items(key).Select((item, i) => item is JsonValue value && value.TryGetValue(out int number) && number >= low && number <= high
            ? number
            : throw Error($"{key}[{i}]", $"must be a whole number from {low} to {high}."))];

    public IReadOnlyList<string> Texts(string key) =>
        [.. Items(key).Select((item, i) => TryText(item, out string text)
            ? text
            : throw Error($"{key}[{i}]", "must be a text in quotes."))];

    /// <returns>The object of a key, or null if it is not there.</returns>
    public JsonObjectReader? Object(string key)
    {
        if (!Has(key))
            return null;
        return _object[key] is JsonObject child ? Part(child, At(key)) : throw Error(key, "must be an object in braces.");
    }

    public IReadOnlyList<JsonObjectReader> Objects(string key) =>
        [.. Items(key).Select((item, i) => item is JsonObject child
            ? Part(child, $"{At(key)}[{i}]")
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
                throw Error(key, $"is not known here{Hint(key, [.. _known])}");
        }
    }

    private JsonObjectReader Part(JsonObject child, string path)
    {
        var part = new JsonObjectReader(child, File, path, _isSecret);
        Parts.Add(part);
        return part;
    }

    private JsonArray Items(string key)
    {
        if (!Has(key))
            return [];
        return _object[key] as JsonArray ?? throw Error(key, "must be a list in brackets.");
    }

    /// <summary>The end of a sentence: what stands there instead, unless nobody may see it.</summary>
    private string Not(string key)
    {
        if (_isSecret)
            return ".";
        try
        {
            return $", not {_object[key]?.ToJsonString() ?? "null"}.";
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, written as \uD800.
            return ", not one with half a character.";
        }
    }

    /// <summary>A text that the device can keep: whole characters, none of them U+0000.</summary>
    private static bool TryText(JsonNode? node, out string text)
    {
        text = "";
        try
        {
            if (node is not JsonValue value || !value.TryGetValue(out string? found))
                return false;
            text = found;
            return !text.Contains('\0', StringComparison.Ordinal);
        }
        catch (InvalidOperationException)
        {
            // Half a character, as above.
            return false;
        }
    }

    /// <summary>The library's message without the place, which it counts from zero.</summary>
    private static string Sentence(string message)
    {
        int end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        string sentence = end < 0 ? message : message[..end];
        end = sentence.IndexOf(" Path:", StringComparison.Ordinal);
        return end < 0 ? sentence : sentence[..end];
    }

    private string At(string key) => Path.Length == 0 ? key : $"{Path}.{key}";

    /// <summary>The end of a sentence: names the nearest word if one is near.</summary>
    private static string Hint(string text, IReadOnlyList<string> choices)
    {
        var nearest = choices.Select(c => (Word: c, Distance: EditDistance.Between(text, c))).MinBy(c => c.Distance);
        return nearest.Word is not null && nearest.Distance <= Math.Max(1, text.Length / 3) ? $"; did you mean '{nearest.Word}'?" : ".";
    }
}

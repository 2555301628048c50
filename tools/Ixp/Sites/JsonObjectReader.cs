using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Ixp.Sites;

/// <summary>
/// Reads the values of one JSON object and notes what is wrong or not known. What cannot be read is answered with something that stands
/// in for it, so that reading goes on and finds all mistakes at once; <see cref="Finish"/> ends it.
/// </summary>
internal sealed class JsonObjectReader
{
    private const int LongestValue = 60;

    /// <summary>A key with one of them is a secret by its name.</summary>
    private static readonly string[] SecretWords = ["password", "passwd", "passphrase", "secret", "psk", "private", "token", "snmp_communit", "client_key"];

    private readonly HashSet<string> _known;
    private readonly JsonObject _object;
    private readonly JsonSource _source;
    private readonly bool _isMute;

    /// <param name="isMute">There is no such object, which has been said already.</param>
    private JsonObjectReader(JsonSource source, JsonObject node, string path, bool isMute)
    {
        _source = source;
        _object = node;
        _isMute = isMute;
        _known = path.Length == 0 ? ["$schema"] : [];
        Path = path;
    }

    public string File => _source.File;

    /// <summary>Path of the object: <c>sensors[2]</c>; empty for the file itself.</summary>
    public string Path { get; }

    /// <summary>What is wrong in the whole file, as far as it has been read.</summary>
    public IReadOnlyList<Finding> Findings => _source.Findings;

    /// <exception cref="SiteException">The file is not there or no JSON object.</exception>
    public static JsonObjectReader Open(string file) => Of(JsonSource.Open(file, isSecret: false));

    /// <summary>Opens a file whose values stand in no complaint.</summary>
    /// <exception cref="SiteException">The file is not there or no JSON object.</exception>
    public static JsonObjectReader OpenSecret(string file) => Of(JsonSource.Open(file, isSecret: true));

    private static JsonObjectReader Of(JsonSource source) => new(source, source.Root, "", isMute: false);

    /// <summary>The keys that were asked for so far.</summary>
    internal IReadOnlyCollection<string> Known => _known;

    /// <summary>The objects in this one that were read so far.</summary>
    internal List<JsonObjectReader> Parts { get; } = [];

    /// <summary>Notes that a value is wrong.</summary>
    public void Refuse(string key, string reason, string mend)
    {
        if (!_isMute)
            _source.Findings.Add(_source.Locate(new Finding(At(key), reason, mend)));
    }

    /// <returns>The finding with file and line.</returns>
    public Finding Locate(Finding finding) => _source.Locate(finding);

    public bool Has(string key)
    {
        _known.Add(key);
        return _object.ContainsKey(key);
    }

    /// <returns>An empty text where there is none.</returns>
    public string Text(string key, string? fallback = null)
    {
        if (!Has(key))
            return fallback ?? Missing(key, "");
        return TryText(_object[key], out string text) ? text : Wrong(key, "a text in quotes", "");
    }

    /// <param name="form">What the text has to match, all of it: a <c>$</c> alone would allow a line's end behind.</param>
    /// <param name="expected">The form for people.</param>
    public string Text(string key, Regex form, string expected) => Text(
        key,
        t => form.Match(t) is { Success: true } match && match.Length == t.Length,
        t => _source.IsSecret ? "does not fit" : $"is '{t}'",
        $"give {expected}");

    /// <param name="isRight">Judges the text.</param>
    /// <param name="reason">What is wrong with a text that is not.</param>
    /// <returns>An empty text where it is missing or wrong.</returns>
    public string Text(string key, Predicate<string> isRight, Func<string, string> reason, string mend)
    {
        int before = Findings.Count;
        string text = Text(key);
        if (isRight(text) || Findings.Count > before || _isMute)
            return text;
        Refuse(key, reason(text), mend);
        return "";
    }

    /// <returns>The full path of a file that is named from the folder of this one; an empty text where it is missing or wrong.</returns>
    public string FilePath(string key)
    {
        string name = Text(key, t => t.Length > 0, _ => "is empty", "name a file, from the folder of this one");
        return name.Length > 0 ? System.IO.Path.GetFullPath(name, System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(File))!) : "";
    }

    /// <returns>An empty text where it is none of the choices.</returns>
    public string OneOf(string key, IReadOnlyList<string> choices)
    {
        int before = Findings.Count;
        string text = Text(key);
        if (choices.Contains(text))
            return text;
        if (Findings.Count == before)
            Refuse(key, $"'{text}' is not known", $"it is one of {string.Join(", ", choices)}{Hint(text, choices, "; ")}");
        return "";
    }

    public int Number(string key, int low, int high, int? fallback = null)
    {
        if (!Has(key))
            return fallback ?? Missing(key, low, $"give a whole number from {low} to {high}");
        return _object[key] is JsonValue value && value.TryGetValue(out int number) && number >= low && number <= high
            ? number
            : Wrong(key, $"a whole number from {low} to {high}", fallback ?? low);
    }

    /// <param name="bound">The number lies between minus this and this.</param>
    public decimal Decimal(string key, decimal bound) =>
        Has(key) && _object[key] is JsonValue value && value.TryGetValue(out decimal number) && Math.Abs(number) <= bound
            ? number
            : Wrong(key, $"a number from -{bound} to {bound}", 0m);

    public bool Flag(string key, bool fallback)
    {
        if (!Has(key))
            return fallback;
        return _object[key] is JsonValue value && value.TryGetValue(out bool flag) ? flag : Wrong(key, "true or false", fallback);
    }

    public int Hex(string key, int low, int high)
    {
        int number = low;
        Text(
            key,
            t => t.StartsWith("0x", StringComparison.Ordinal)
                && int.TryParse(t.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out number)
                && number >= low && number <= high,
            t => $"is '{t}'",
            $"give a hexadecimal number from \"0x{low:x2}\" to \"0x{high:x2}\"");
        return number;
    }

    public IReadOnlyList<int> Numbers(string key, int low, int high) =>
        [.. Items(key).Select((item, i) => item is JsonValue value && value.TryGetValue(out int number) && number >= low && number <= high
            ? number
            : Wrong($"{key}[{i}]", item, $"a whole number from {low} to {high}", low))];

    public IReadOnlyList<string> Texts(string key) =>
        [.. Items(key).Select((item, i) => TryText(item, out string text) ? text : Wrong($"{key}[{i}]", item, "a text in quotes", ""))];

    /// <returns>The object of a key, or null if it is not there.</returns>
    public JsonObjectReader? Object(string key)
    {
        if (!Has(key))
            return null;
        return _object[key] is JsonObject child ? Part(child, At(key)) : Wrong(key, "an object in braces", Mute(At(key)));
    }

    /// <returns>The object of a key that has to be there.</returns>
    public JsonObjectReader Needed(string key) => Object(key) ?? Missing(key, Mute(At(key)));

    public IReadOnlyList<JsonObjectReader> Objects(string key) =>
        [.. Items(key).Select((item, i) => item is JsonObject child
            ? Part(child, $"{At(key)}[{i}]")
            : Wrong($"{key}[{i}]", item, "an object in braces", Mute($"{At(key)}[{i}]")))];

    /// <summary>The keys of an object that is a table of its own.</summary>
    public IReadOnlyList<string> Keys() => [.. _object.Select(p => p.Key)];

    /// <summary>To be called when everything of this object has been read: notes the keys that were never asked for.</summary>
    public void RefuseUnknown()
    {
        foreach (string key in Keys().Where(k => !_known.Contains(k)))
        {
            if (!_source.IsSecret && SecretWords.Any(w => key.Contains(w, StringComparison.OrdinalIgnoreCase)))
            {
                Refuse(key, "is a secret, and not known here", "move it to the file of secrets; whoever has seen this file knows it, so change it as well");
                continue;
            }

            Refuse(key, "is not known here", Hint(key, [.. _known], "") is { Length: > 0 } hint ? hint : "take it away");
        }
    }

    /// <summary>To be called when the file has been read.</summary>
    /// <exception cref="SiteException">Something was wrong; tells all of it.</exception>
    public void Finish()
    {
        if (Findings.Count > 0)
            throw new SiteException([.. Findings.OrderBy(f => f.Line)]);
    }

    private JsonObjectReader Part(JsonObject child, string path)
    {
        var part = new JsonObjectReader(_source, child, path, _isMute);
        Parts.Add(part);
        return part;
    }

    private JsonObjectReader Mute(string path) => new(_source, [], path, isMute: true);

    private JsonArray Items(string key)
    {
        if (!Has(key))
            return [];
        return _object[key] as JsonArray ?? Wrong(key, "a list in brackets", new JsonArray());
    }

    /// <returns>What stands in for the value.</returns>
    private T Missing<T>(string key, T standIn, string mend = "add it")
    {
        Refuse(key, "is missing", mend);
        return standIn;
    }

    private T Wrong<T>(string key, string expected, T standIn) => Wrong(key, _object[key], expected, standIn);

    private T Wrong<T>(string key, JsonNode? found, string expected, T standIn)
    {
        Refuse(key, _source.IsSecret ? "does not fit" : $"is {Shown(found)}", $"give {expected}");
        return standIn;
    }

    private static string Shown(JsonNode? node)
    {
        try
        {
            string text = node?.ToJsonString() ?? "null";
            return text.Length <= LongestValue ? text : text[..LongestValue] + "…";
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, written as \uD800.
            return "one with half a character";
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

    private string At(string key) => Path.Length == 0 ? key : $"{Path}.{key}";

    /// <summary>Names the nearest word if one is near.</summary>
    private static string Hint(string text, IReadOnlyList<string> choices, string between)
    {
        var nearest = choices.Select(c => (Word: c, Distance: EditDistance.Between(text, c))).MinBy(c => c.Distance);
        return nearest.Word is not null && nearest.Distance <= Math.Max(1, text.Length / 3) ? $"{between}did you mean '{nearest.Word}'?" : "";
    }
}

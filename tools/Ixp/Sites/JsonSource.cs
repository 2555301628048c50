using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ixp.Sites;

/// <summary>One JSON file, what was found wrong in it so far, and the lines that its values stand on.</summary>
internal sealed class JsonSource
{
    private static readonly JsonDocumentOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, AllowDuplicateProperties = false };

    private readonly Lazy<Dictionary<string, int>> _lines;

    private JsonSource(string file, string text, bool isSecret)
    {
        File = file;
        IsSecret = isSecret;
        _lines = new Lazy<Dictionary<string, int>>(() => LinesOf(Encoding.UTF8.GetBytes(text)));
        Root = Parse(text);
    }

    public string File { get; }

    /// <summary>No complaint may tell a value.</summary>
    public bool IsSecret { get; }

    public JsonObject Root { get; }

    /// <summary>In the order in which they were found, each with file and line.</summary>
    public List<Finding> Findings { get; } = [];

    /// <exception cref="SiteException">The file is not there or no JSON object.</exception>
    public static JsonSource Open(string file, bool isSecret)
    {
        try
        {
            return new JsonSource(file, System.IO.File.ReadAllText(file), isSecret);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SiteException($"{file}: cannot be read: {e.Message}");
        }
    }

    /// <returns>The finding with its file, and the line of the value or of what it is missing in.</returns>
    public Finding Locate(Finding finding)
    {
        string path = finding.Path;
        int line;
        while (!_lines.Value.TryGetValue(path, out line) && path.Length > 0)
            path = path[..Math.Max(0, path.LastIndexOfAny(['.', '[']))];
        return finding with { File = File, Line = Math.Max(1, line) };
    }

    private JsonObject Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text, documentOptions: Options) as JsonObject ?? throw Broken(1, "is no JSON object", "begin with {");
        }
        catch (JsonException e)
        {
            throw Broken((int)(e.LineNumber ?? 0) + 1, $"is no JSON{(IsSecret ? "" : $": {Sentence(e.Message)}")}", $"look at column {e.BytePositionInLine + 1}");
        }
    }

    private SiteException Broken(int line, string reason, string mend) => new([new Finding("", reason, mend) { File = File, Line = line }]);

    /// <summary>The library's message without the place, which it counts from zero.</summary>
    private static string Sentence(string message)
    {
        int end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        string sentence = end < 0 ? message : message[..end];
        end = sentence.IndexOf(" Path:", StringComparison.Ordinal);
        return (end < 0 ? sentence : sentence[..end]).TrimEnd('.');
    }

    /// <summary>The line of each value of a file that is known to be JSON, by its path.</summary>
    private static Dictionary<string, int> LinesOf(byte[] json)
    {
        var lines = new Dictionary<string, int>(StringComparer.Ordinal) { [""] = 1 };
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        var parents = new Stack<(string Path, int Items)>();
        string path = "";
        int line = 1;
        long counted = 0;
        while (reader.Read())
        {
            line += json.AsSpan((int)counted, (int)(reader.TokenStartIndex - counted)).Count((byte)'\n');
            counted = reader.TokenStartIndex;
            if (reader.TokenType is JsonTokenType.PropertyName)
            {
                string parent = parents.Peek().Path;
                path = parent.Length == 0 ? NameOf(ref reader) : $"{parent}.{NameOf(ref reader)}";
                lines[path] = line;
                continue;
            }

            if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                parents.Pop();
                continue;
            }

            if (parents.TryPeek(out var list) && list.Items >= 0)
            {
                parents.Push(parents.Pop() with { Items = list.Items + 1 });
                path = $"{list.Path}[{list.Items}]";
                lines[path] = line;
            }

            if (reader.TokenType is JsonTokenType.StartObject)
                parents.Push((path, -1));
            else if (reader.TokenType is JsonTokenType.StartArray)
                parents.Push((path, 0));
        }

        return lines;
    }

    /// <summary>A name with half a character has no text; it has no place either.</summary>
    private static string NameOf(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return "?";
        }
    }
}

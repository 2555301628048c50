using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Ixp.Sites.Fields;

/// <summary>A text of a certain form.</summary>
/// <param name="Pattern">Regular expression over the whole text.</param>
/// <param name="Form">The form for people.</param>
/// <param name="Fallback">Its value when it is not given.</param>
public sealed record TextField(string Key, string Pattern, string Form, string Sentence, string? Fallback = null) : Field(Key, Sentence)
{
    /// <summary>Its letters mean the same in either case; in lower case from here on.</summary>
    public bool IsCaseless { get; init; }

    private protected override object Given(JsonObjectReader json)
    {
        string text = json.Text(Key, new Regex(Pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)), Form);
        return IsCaseless ? text.ToLowerInvariant() : text;
    }

    private protected override object? Default(IReadOnlyDictionary<string, object> values) => Fallback;

    internal override JsonObject Schema()
    {
        var schema = new JsonObject { ["type"] = "string", ["pattern"] = Pattern, ["description"] = Sentence };
        if (Fallback is not null)
            schema["default"] = Fallback;
        return schema;
    }
}

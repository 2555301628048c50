using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Ixp.Sites.Sensors;

/// <summary>A text of a certain form; in lower case from here on.</summary>
/// <param name="Pattern">Regular expression over the whole text.</param>
/// <param name="Form">The form for people.</param>
public sealed record TextField(string Key, string Pattern, string Form, string Sentence) : SensorField(Key, Sentence)
{
    internal override object? Read(JsonObjectReader json) => json.Has(Key)
        ? json.Text(Key, new Regex(Pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)), Form).ToLowerInvariant()
        : null;

    internal override JsonObject Schema() => new() { ["type"] = "string", ["pattern"] = Pattern, ["description"] = Sentence };
}

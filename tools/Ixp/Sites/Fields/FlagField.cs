using System.Text.Json.Nodes;

namespace Ixp.Sites.Fields;

/// <summary>True or false.</summary>
public sealed record FlagField(string Key, bool Fallback, string Sentence) : Field(Key, Sentence)
{
    private protected override object Given(JsonObjectReader json) => json.Flag(Key, Fallback);

    private protected override object Default(IReadOnlyDictionary<string, object> values) => Fallback;

    internal override JsonObject Schema() => new() { ["type"] = "boolean", ["default"] = Fallback, ["description"] = Sentence };
}

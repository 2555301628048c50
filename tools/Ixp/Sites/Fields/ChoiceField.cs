using System.Text.Json.Nodes;

namespace Ixp.Sites.Fields;

/// <summary>One of a few words.</summary>
public sealed record ChoiceField(string Key, IReadOnlyList<string> Choices, string Fallback, string Sentence) : Field(Key, Sentence)
{
    private protected override object Given(JsonObjectReader json) => json.OneOf(Key, Choices);

    private protected override object Default(IReadOnlyDictionary<string, object> values) => Fallback;

    internal override JsonObject Schema() => new()
    {
        ["enum"] = new JsonArray([.. Choices.Select(c => JsonValue.Create(c))]),
        ["default"] = Fallback,
        ["description"] = Sentence,
    };
}

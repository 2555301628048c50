using System.Text.Json.Nodes;

namespace Ixp.Sites.Sensors;

/// <summary>One of a few words.</summary>
public sealed record ChoiceField(string Key, IReadOnlyList<string> Choices, string Fallback, string Sentence) : SensorField(Key, Sentence)
{
    internal override object Read(JsonObjectReader json) => json.Has(Key) ? json.OneOf(Key, Choices) : Fallback;

    internal override JsonObject Schema() => new()
    {
        ["enum"] = new JsonArray([.. Choices.Select(c => JsonValue.Create(c))]),
        ["default"] = Fallback,
        ["description"] = Sentence,
    };
}

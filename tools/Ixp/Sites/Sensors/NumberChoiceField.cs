using System.Text.Json.Nodes;

namespace Ixp.Sites.Sensors;

/// <summary>One of a few whole numbers.</summary>
public sealed record NumberChoiceField(string Key, IReadOnlyList<int> Choices, int Fallback, string Sentence) : SensorField(Key, Sentence)
{
    internal override object Read(JsonObjectReader json)
    {
        int number = json.Number(Key, int.MinValue, int.MaxValue, Fallback);
        return Choices.Contains(number) ? number : throw json.Error(Key, $"must be one of {string.Join(", ", Choices)}, not {number}.");
    }

    internal override JsonObject Schema() => new()
    {
        ["enum"] = new JsonArray([.. Choices.Select(c => JsonValue.Create(c))]),
        ["default"] = Fallback,
        ["description"] = Sentence,
    };
}

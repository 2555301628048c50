using System.Text.Json.Nodes;

namespace Ixp.Sites.Fields;

/// <summary>One of a few whole numbers.</summary>
public sealed record NumberChoiceField(string Key, IReadOnlyList<int> Choices, int Fallback, string Sentence) : Field(Key, Sentence)
{
    private protected override object Given(JsonObjectReader json)
    {
        int before = json.Findings.Count;
        int number = json.Number(Key, int.MinValue, int.MaxValue);
        if (!Choices.Contains(number) && json.Findings.Count == before)
            json.Refuse(Key, $"is {number}", $"give one of {string.Join(", ", Choices)}");
        return number;
    }

    private protected override object Default(IReadOnlyDictionary<string, object> values) => Fallback;

    internal override JsonObject Schema() => new()
    {
        ["enum"] = new JsonArray([.. Choices.Select(c => JsonValue.Create(c))]),
        ["default"] = Fallback,
        ["description"] = Sentence,
    };
}

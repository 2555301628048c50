using System.Text.Json.Nodes;

namespace Ixp.Sites.Fields;

/// <summary>A whole number.</summary>
/// <param name="Fallback">Its value when it is not given.</param>
public sealed record NumberField(string Key, int Low, int High, string Sentence, int? Fallback = null) : Field(Key, Sentence)
{
    /// <summary>Its value when it is not given, where that depends on values in front of it.</summary>
    internal Func<IReadOnlyDictionary<string, object>, int>? FallbackBy { get; init; }

    /// <summary>A number that every kind has, and that is no value of one of them.</summary>
    internal int Read(JsonObjectReader json) => json.Number(Key, Low, High, Fallback);

    private protected override object Given(JsonObjectReader json) => json.Number(Key, Low, High);

    private protected override object? Default(IReadOnlyDictionary<string, object> values) => FallbackBy?.Invoke(values) ?? Fallback;

    internal override JsonObject Schema()
    {
        var schema = new JsonObject { ["type"] = "integer", ["minimum"] = Low, ["maximum"] = High, ["description"] = Sentence };
        if (Fallback is { } fallback)
            schema["default"] = fallback;
        return schema;
    }
}

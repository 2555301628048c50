using System.Text.Json.Nodes;

namespace Ixp.Sites.Sensors;

/// <summary>A whole number.</summary>
/// <param name="Fallback">Its value when it is not given.</param>
public sealed record NumberField(string Key, int Low, int High, string Sentence, int? Fallback = null) : SensorField(Key, Sentence)
{
    /// <summary>Its value when it is not given, where that depends on others.</summary>
    internal Func<JsonObjectReader, int>? FallbackBy { get; init; }

    internal override object? Read(JsonObjectReader json) =>
        json.Has(Key) ? json.Number(Key, Low, High) : FallbackBy?.Invoke(json) ?? Fallback;

    internal override JsonObject Schema()
    {
        var schema = new JsonObject { ["type"] = "integer", ["minimum"] = Low, ["maximum"] = High, ["description"] = Sentence };
        if (Fallback is { } fallback)
            schema["default"] = fallback;
        return schema;
    }
}

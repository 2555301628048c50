using System.Text.Json.Nodes;

namespace Ixp.Sites.Sensors;

/// <summary>A whole number.</summary>
/// <param name="Fallback">Its value when it is not given.</param>
public sealed record NumberField(string Key, int Low, int High, string Sentence, int? Fallback = null) : SensorField(Key, Sentence)
{
    internal override object? Read(JsonObjectReader json) =>
        json.Has(Key) || IsRequired ? json.Number(Key, Low, High) : Fallback;

    internal override JsonObject Schema()
    {
        var schema = new JsonObject { ["type"] = "integer", ["minimum"] = Low, ["maximum"] = High, ["description"] = Sentence };
        if (Fallback is { } fallback)
            schema["default"] = fallback;
        return schema;
    }
}

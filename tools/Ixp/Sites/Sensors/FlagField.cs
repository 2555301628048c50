using System.Text.Json.Nodes;

namespace Ixp.Sites.Sensors;

/// <summary>True or false.</summary>
public sealed record FlagField(string Key, bool Fallback, string Sentence) : SensorField(Key, Sentence)
{
    internal override object Read(JsonObjectReader json) => json.Flag(Key, Fallback);

    internal override JsonObject Schema() => new() { ["type"] = "boolean", ["default"] = Fallback, ["description"] = Sentence };
}

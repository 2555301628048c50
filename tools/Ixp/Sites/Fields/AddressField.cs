using System.Text.Json.Nodes;

namespace Ixp.Sites.Fields;

/// <summary>An I2C address, written as in datasheets: "0x44".</summary>
public sealed record AddressField(string Key, string Sentence) : Field(Key, Sentence)
{
    private protected override object Given(JsonObjectReader json) => json.Hex(Key, 0x08, 0x77);

    internal override JsonObject Schema() => new()
    {
        ["type"] = "string",
        ["pattern"] = "^0x(0[89a-fA-F]|[1-6][0-9a-fA-F]|7[0-7])$",
        ["description"] = Sentence,
    };
}

using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Appliance.Core.Json;
using FsCheck;
using FsCheck.Fluent;
using SystemTests.Drivers;

namespace SystemTests.Core;

/// <summary>The reader of commands against that of .NET: it takes less, and means the same by it.</summary>
public sealed class FlatJsonTests
{
    private static readonly Gen<string> AnyText =
        Gen.Elements('a', '"', '\\', '/', '\u0001', '\n', '\u007F', 'é', '€', '\u2028', '\uFFFE')
            .Select(c => c.ToString())
            .Or(Gen.Constant("😀"))
            .ArrayOf()
            .Select(string.Concat);

    private static readonly Gen<JsonObject> Flat =
        AnyText.SelectMany(key => AnyValue().Select(value => KeyValuePair.Create(key, value)))
            .ArrayOf()
            .Select(fields => new JsonObject(
                fields.DistinctBy(f => f.Key).Take(FlatJson.MostFields).Select(f => KeyValuePair.Create<string, JsonNode?>(f.Key, f.Value()))));

    [Fact]
    public void EveryFlatObjectIsRead() => Cases.ForAll(Flat, 500, expected =>
    {
        byte[] text = Encoding.UTF8.GetBytes(expected.ToJsonString());
        if (text.Length <= FlatJson.MostBytes)
            AssertSame(expected, FlatJson.Read(text));
    });

    [Fact]
    public void WhatIsReadFromDamagedTextIsWhatItSays() => Cases.ForAll(
        Flat.SelectMany(json => Gen.Choose(0, 100_000).SelectMany(at => Gen.Choose(0, 255).Select(value => (json, at, value)))),
        3000,
        damage =>
        {
            byte[] text = Encoding.UTF8.GetBytes(damage.json.ToJsonString());
            text[damage.at % text.Length] = (byte)damage.value;
            AssertRefusedOrSame(text);
        });

    [Fact]
    public void WhatIsReadFromAnyBytesIsWhatTheySay() => Cases.ForAll(
        Gen.Elements("{\"}:,0-1.eE tfrualsn\\u00dDfF\u00e9[]"u8.ToArray()).ArrayOf(), 3000, AssertRefusedOrSame);

    private static Gen<Func<JsonNode>> AnyValue() =>
        AnyText.Select<string, Func<JsonNode>>(t => () => t)
            .Or(Gen.Choose(int.MinValue, int.MaxValue).Select<int, Func<JsonNode>>(n => () => n * 400_000_000L % 1_000_000_000_000_000_000))
            .Or(Gen.Elements(true, false).Select<bool, Func<JsonNode>>(b => () => b));

    private static void AssertRefusedOrSame(byte[] text)
    {
        var json = FlatJson.Read(text);
        if (json.Problem is null)
            AssertSame(JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { MaxDepth = 1 })!.AsObject(), json);
        else
            Assert.Equal(0, json.Count);
    }

    private static void AssertSame(JsonObject expected, FlatJson json)
    {
        Assert.Null(json.Problem);
        Assert.Equal(expected.Count, json.Count);
        foreach (var (key, value) in expected)
        {
            if (value!.GetValueKind() == JsonValueKind.String)
            {
                Assert.Equal((string)value!, json.Text(key));
                continue;
            }

            Assert.True(json.TryNumber(key, out long number));
            Assert.Equal(value.GetValueKind() switch { JsonValueKind.True => 1, JsonValueKind.False => 0, _ => (long)value }, number);
        }
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Ixp.Card;
using Tools.Tests.Repository;
using Xunit;

namespace Tools.Tests.Ixp.Card;

/// <summary>Each language says all there is to say.</summary>
public sealed class CardTextsTests
{
    private static readonly string Folder = Path.Combine(Checkout.Root, "tools", "Ixp", "Card", "Texts");

    public static TheoryData<string> Languages => [.. CardTexts.Languages];

    public static TheoryData<string> Translations => [.. CardTexts.Languages.Where(l => l is not "en")];

    [Fact]
    public void There_is_a_file_for_each_language_and_no_other() => Assert.Equal(
        CardTexts.Languages.Order(), Directory.GetFiles(Folder).Select(f => Path.GetFileNameWithoutExtension(f)).Order());

    [Theory]
    [MemberData(nameof(Languages))]
    public void Has_all_texts_and_none_is_empty(string language)
    {
        var texts = CardTexts.Of(language);

        Assert.Equal(7, texts.Subsystems().Count);
        Assert.All(Leaves(Json(language)), t => Assert.False(string.IsNullOrWhiteSpace(t.Value) || t.Value != t.Value.Trim(), t.Path));
    }

    [Theory]
    [MemberData(nameof(Translations))]
    public void Nothing_was_left_in_English(string language)
    {
        var english = Leaves(Json("en")).ToDictionary();

        // The same word in both.
        string[] same = language is "fr" ? ["$.direction", "$.site"] : language is "ar" ? [] : ["$.direction"];
        Assert.Equal(same, Leaves(Json(language)).Where(t => english[t.Path] == t.Value).Select(t => t.Path));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Is_written_from_the_side_that_its_script_begins_at(string language)
        => Assert.Equal(language is "ar" ? "rtl" : "ltr", CardTexts.Of(language).Direction);

    [Theory]
    [MemberData(nameof(Languages))]
    public void Any_key_too_few_or_too_many_is_refused(string language)
    {
        foreach (var (path, _) in Leaves(Json(language)))
        {
            string[] keys = path.Split('.')[1..];
            var without = Json(language);
            Assert.True(Parent(without, keys).Remove(keys[^1]));
            Assert.Throws<JsonException>(() => CardTexts.Parse(without.ToJsonString()));

            var with = Json(language);
            Parent(with, keys).Add("unheard_of", "x");
            Assert.Throws<JsonException>(() => CardTexts.Parse(with.ToJsonString()));
        }
    }

    private static JsonObject Json(string language) => JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, language + ".json")))!.AsObject();

    private static JsonObject Parent(JsonObject root, string[] keys) => keys[..^1].Aggregate(root, (o, k) => o[k]!.AsObject());

    private static IEnumerable<(string Path, string Value)> Leaves(JsonNode node) => node is JsonObject part
        ? part.SelectMany(p => Leaves(p.Value!))
        : [(node.GetPath(), node.GetValue<string>())];
}

using System.Globalization;
using System.Xml.Linq;
using Ixp.Running;
using Ixp.Sites;
using Ixp.Sites.Boards;
using Ixp.Wiring;
using Tools.Tests.Repository;
using Xunit;
using static Tools.Tests.Ixp.Samples;

namespace Tools.Tests.Ixp.Wiring;

/// <summary>The picture of how a board is wired.</summary>
public class WiringPictureTests
{
    /// <summary>Of a sans-serif font, by its size: rather less than the mean, for a test that must not cry wolf.</summary>
    private const double LetterWidth = 0.48;

    private static readonly string[] Sites = ["demo-rack", "small-exchange", "wifi-bench", "large-rack"];

    public static TheoryData<string, string?> Pictures =>
    [
        .. FilesTests.Boards.Select(b => new TheoryDataRow<string, string?>(Path.GetFileNameWithoutExtension(b.Data), null)),
        .. Sites.Select(s => new TheoryDataRow<string, string?>(SiteFile.Read(SiteOf(s)).Board, s)),
    ];

    [Fact]
    public void Committed_picture_is_the_one_that_the_command_draws() => Assert.Equal(
        WiringPicture.Draw(GoodBoard, GoodSite), File.ReadAllText(Path.Combine(Checkout.Root, "board-configs", "wiring", "olimex-esp32-poe-iso.svg")));

    [Theory]
    [MemberData(nameof(Pictures))]
    public void Every_text_is_on_the_sheet_and_none_on_another(string name, string? site)
    {
        var texts = Texts(Draw(name, site));

        Assert.NotEmpty(texts);
        Assert.All(texts, t => Assert.True(t is { Left: >= 0, Right: <= 1188, Top: >= 0, Bottom: <= 840 }, t.Text));
        var overlaps = texts.SelectMany((a, i) => texts.Skip(i + 1).Where(b => a.Left < b.Right && b.Left < a.Right && a.Top < b.Bottom && b.Top < a.Bottom).Select(b => $"{a.Text} | {b.Text}"));
        Assert.Empty(overlaps);
    }

    [Theory]
    [MemberData(nameof(Pictures))]
    public void Every_pin_of_the_board_is_told_once(string name, string? site)
    {
        var board = BoardFile.Read(SiteFolder.Boards, name);
        string[] words = [.. Texts(Draw(name, site)).Select(t => t.Text)];

        foreach (var pin in board.Pins.Values.Where(p => p.Use.Owner is null || p.Use == PinUse.Sense))
        {
            string number = pin.Number.ToString(CultureInfo.InvariantCulture);
            Assert.Single(words, w => w == number || w.StartsWith(number + "  ", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Parts_of_the_site_have_their_names_addresses_and_resistors()
    {
        string[] words = [.. Texts(Draw("esp32-devkitc", "wifi-bench")).Select(t => t.Text)];

        Assert.Contains("inlet: sht3x at 0x44", words);
        Assert.Contains("fan1: tach wire of a fan", words);
        Assert.Contains("27  tach", words);
        Assert.Equal(3, words.Count(w => w is "4.7k"));
        Assert.Contains("10k", words);
        Assert.Contains("330 Ω", words);
    }

    private static string Draw(string board, string? site) =>
        WiringPicture.Draw(BoardFile.Read(SiteFolder.Boards, board), site is null ? null : SiteFile.Read(SiteOf(site)));

    private static string SiteOf(string name) => Path.Combine(SiteFolder.Boards, "examples", name + ".json");

    /// <summary>Those that are not turned.</summary>
    private static List<Place> Texts(string svg) => [.. XDocument.Parse(svg).Descendants().Where(e => e.Name.LocalName is "text" && e.Attribute("transform") is null).Select(Place.Of)];

    private sealed record Place(string Text, double Left, double Right, double Top, double Bottom)
    {
        public static Place Of(XElement text)
        {
            double size = Number(text, "font-size", 11);
            double x = Number(text, "x", 0);
            double y = Number(text, "y", 0);
            double width = text.Value.Length * size * LetterWidth;
            double left = (string?)text.Attribute("text-anchor") switch { "end" => x - width, "middle" => x - (width / 2), _ => x };
            return new Place(text.Value, left, left + width, y - (0.7 * size), y + (0.2 * size));
        }

        private static double Number(XElement text, string name, double fallback) =>
            (string?)text.Attribute(name) is { } value ? double.Parse(value, CultureInfo.InvariantCulture) : fallback;
    }
}

using Ixp.Card;
using Ixp.Sites;
using Tools.Tests.Repository;
using Xunit;
using static Tools.Tests.Ixp.Samples;

namespace Tools.Tests.Ixp.Card;

/// <summary>What stands on a card, whatever a browser makes of it.</summary>
public sealed class CardPageTests
{
    private static readonly Site Site = GoodSite with { Title = "<Kisumu> & \"Lake\"", NocPhone = "+1 555 010 0199" };

    [Fact]
    public void Names_site_device_and_phone_and_escapes_them()
    {
        string html = CardPage.Make(GoodBoard, Site, "en", Paper.A4);

        Assert.Contains("&lt;Kisumu&gt; &amp; &quot;Lake&quot;", html, StringComparison.Ordinal);
        Assert.Contains(">demo-rack1<", html, StringComparison.Ordinal);
        Assert.Contains(">+1 555 010 0199<", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<Kisumu>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Site_without_title_is_called_by_its_name()
        => Assert.Contains(">demo<", CardPage.Make(GoodBoard, GoodSite with { Title = null }, "en", Paper.A4), StringComparison.Ordinal);

    [Fact]
    public void Card_without_a_site_has_lines_to_write_on_and_no_code()
    {
        string html = CardPage.Make(GoodBoard, null, "en", Paper.A4);

        Assert.Equal(3, html.Split("class=\"blank\"").Length - 1);
        Assert.DoesNotContain("class=\"qr\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("demo", "demo-rack1")]
    [InlineData("exchange-with-a-name-as-long-as-can-b", "device_with_a_name_as_long_as_can")]
    public void Phone_reads_the_device_off_the_code(string site, string device)
    {
        string html = CardPage.Make(GoodBoard, Site with { Name = site, Device = device }, "ar", Paper.A6);

        Assert.Equal($"{site}/{device}", QrReader.Read(html));
    }

    [Fact]
    public void Colours_are_those_of_the_light()
    {
        string single = CardPage.Make(GoodBoard, Site, "en", Paper.A4);
        string rgb = CardPage.Make(GoodBoard with { LedIsRgb = true }, Site, "en", Paper.A4);
        string three = CardPage.Make(GoodBoard with { LedPin = null, LedPins = new ThreeLedPins(5, 14, 15) }, Site, "en", Paper.A4);

        Assert.DoesNotContain("<span>", single, StringComparison.Ordinal);
        Assert.Contains("<b>Long, short</b> <span>(blue)</span>", rgb, StringComparison.Ordinal);
        Assert.Contains("<b>Long, short</b> <span>(green and amber together)</span>", three, StringComparison.Ordinal);
    }

    [Fact]
    public void Board_without_button_has_no_word_of_it()
    {
        Assert.Contains("The button", CardPage.Make(GoodBoard, Site, "en", Paper.A4), StringComparison.Ordinal);
        Assert.DoesNotContain("The button", CardPage.Make(GoodBoard with { ButtonPin = null }, Site, "en", Paper.A4), StringComparison.Ordinal);
    }

    [Fact]
    public void Arabic_runs_from_right_to_left()
        => Assert.Contains("<html lang=\"ar\" dir=\"rtl\">", CardPage.Make(GoodBoard, Site, "ar", Paper.A4), StringComparison.Ordinal);

    [Fact]
    public void Board_without_light_is_refused() => Assert.StartsWith(
        "Olimex ESP32-POE-ISO has no status LED",
        Assert.Throws<SiteException>(() => CardPage.Make(GoodBoard with { LedPin = null }, Site, "en", Paper.A4)).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Title_and_phone_are_never_sent_to_the_device() => Assert.Equal(
        SitePacker.Pack(Site with { Title = null, NocPhone = null }, GoodBoard), SitePacker.Pack(Site, GoodBoard));

    [Fact]
    public void Picture_of_the_patterns_is_the_one_in_the_documents() => Assert.Equal(
        LedPicture.Draw(), File.ReadAllText(Path.Combine(Checkout.Root, "firmware", "App", "Indication", "led.svg")));
}

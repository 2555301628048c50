using System.Globalization;
using System.Net;
using System.Text;
using Appliance.Core.Led;
using Ixp.Sites;

namespace Ixp.Card;

/// <summary>
/// The card that hangs in the rack: each pattern of the light, what it means and what to do first. One HTML file that needs nothing
/// else; a browser prints it.
/// </summary>
internal sealed class CardPage
{
    private const int StripWidth = 300;
    private const int StripHeight = 24;

    // The example of a pattern that counts.
    private const int Counted = 3;

    private readonly StringBuilder _html = new();
    private readonly CardTexts _texts;
    private readonly LightKind _light;
    private readonly Site? _site;
    private readonly bool _hasButton;

    private CardPage(CardTexts texts, Board board, Site? site)
    {
        _texts = texts;
        _site = site;
        _light = board.LedPins is not null ? LightKind.Three : board.LedIsRgb ? LightKind.Rgb : LightKind.Single;
        _hasButton = board.ButtonPin is not null;
    }

    /// <param name="language">One of <see cref="CardTexts.Languages"/>.</param>
    /// <param name="site">Null leaves lines to write on.</param>
    /// <returns>An HTML file.</returns>
    /// <exception cref="SiteException">The board has no light that a card could explain.</exception>
    public static string Make(Board board, Site? site, string language, Paper paper)
    {
        if (board.LedPin is null && board.LedPins is null)
            throw new SiteException($"{board.Title} has no status LED, so there is nothing that a card could explain; give it one in its board file.");
        return new CardPage(CardTexts.Of(language), board, site).Draw(language, paper);
    }

    private string Draw(string language, Paper paper)
    {
        using var css = new StreamReader(typeof(CardPage).Assembly.GetManifestResourceStream("card.css")!);
        string size = paper.ToString();
        _html.Append(CultureInfo.InvariantCulture, $"<!doctype html>\n<html lang=\"{language}\" dir=\"{_texts.Direction}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{Text(_texts.Title)}</title>\n");
        _html.Append(CultureInfo.InvariantCulture, $"<style>\n@page {{ size: {size} portrait; margin: 0; }}\n{css.ReadToEnd()}</style>\n</head>\n<body class=\"{size.ToLowerInvariant()}\">\n<main>\n");
        _html.Append("<section>\n");
        DrawHeader();
        DrawPatterns();
        _html.Append("</section>\n<section>\n");
        DrawSubsystems();
        DrawButton();
        return _html.Append("</section>\n</main>\n</body>\n</html>\n").ToString();
    }

    private void DrawHeader()
    {
        _html.Append(CultureInfo.InvariantCulture, $"<header>\n<div>\n<h1>{Text(_texts.Title)}</h1>\n<dl>\n");
        DrawFact(_texts.Site, _site is null ? null : _site.Title ?? _site.Name);
        DrawFact(_texts.Device, _site?.Device);
        DrawFact(_texts.Phone, _site?.NocPhone);
        _html.Append("</dl>\n</div>\n");
        if (_site is { } site)
            _html.Append(CultureInfo.InvariantCulture, $"<div class=\"qr\">{QrPicture.Draw($"{site.Name}/{site.Device}")}</div>\n");
        _html.Append("</header>\n");
    }

    /// <summary>What is not known is written by hand.</summary>
    private void DrawFact(string name, string? value) => _html.Append(
        CultureInfo.InvariantCulture,
        $"<div><dt>{Text(name)}</dt><dd{(value is null ? " class=\"blank\"" : "")}>{(value is null ? "" : $"<bdi>{Text(value)}</bdi>")}</dd></div>\n");

    private void DrawPatterns()
    {
        var colours = _texts.Colours;
        _html.Append(CultureInfo.InvariantCulture, $"<p class=\"intro\">{Text(_texts.Intro)}</p>\n<table class=\"patterns\">\n<tr><th>{Text(_texts.Light)}</th><th>{Text(_texts.Meaning)}</th><th>{Text(_texts.First)}</th></tr>\n");
        DrawPattern(_texts.AllWell, LedSignal.AllWell, colours.Green, colours.Green);
        DrawPattern(_texts.Warning, LedSignal.Warning, colours.Amber, colours.Amber);
        DrawPattern(_texts.Critical, LedSignal.Critical, colours.Red, colours.Red);
        DrawPattern(_texts.Offline, LedSignal.Offline, colours.Blue, colours.GreenAmber);
        DrawPattern(_texts.Starting, LedSignal.Starting, colours.White, colours.AllThree);
        DrawPattern(_texts.Identify, LedSignal.Identify, colours.WhiteBlue, colours.AllThree);
        DrawPattern(_texts.Dark, null, "", "");
        _html.Append("</table>\n");
    }

    private void DrawPattern(PatternText text, LedSignal? signal, string ofRgb, string ofThree)
    {
        string colour = _light switch { LightKind.Rgb => ofRgb, LightKind.Three => ofThree, _ => "" };
        string strip = LedStrip.Draw(_light, signal, Counted, 0, 0, StripWidth, StripHeight);
        _html.Append(CultureInfo.InvariantCulture, $"<tr><td><svg viewBox=\"0 0 {StripWidth} {StripHeight}\" preserveAspectRatio=\"none\" aria-hidden=\"true\">{strip}</svg>");
        _html.Append(CultureInfo.InvariantCulture, $"<b>{Text(text.Looks)}</b>{(colour.Length > 0 ? $" <span>({Text(colour)})</span>" : "")}</td>");
        _html.Append(CultureInfo.InvariantCulture, $"<td>{Text(text.Means)}</td><td>{Text(text.First)}</td></tr>\n");
    }

    private void DrawSubsystems()
    {
        _html.Append(CultureInfo.InvariantCulture, $"<h2>{Text(_texts.Numbers)}</h2>\n<table class=\"numbers\">\n");
        int number = 0;
        foreach (var part in _texts.Subsystems())
            _html.Append(CultureInfo.InvariantCulture, $"<tr><th>{++number}</th><td><b>{Text(part.Name)}</b></td><td>{Text(part.First)}</td></tr>\n");
        _html.Append(CultureInfo.InvariantCulture, $"</table>\n<p>{Text(_texts.SensorHint)}</p>\n");
    }

    private void DrawButton()
    {
        if (_hasButton)
            _html.Append(CultureInfo.InvariantCulture, $"<h2>{Text(_texts.Button)}</h2>\n<ul><li>{Text(_texts.ButtonShort)}</li><li>{Text(_texts.ButtonLong)}</li><li>{Text(_texts.ButtonSafe)}</li></ul>\n");
        _html.Append(CultureInfo.InvariantCulture, $"<p>{Text(_texts.LampTest)}</p>\n");
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}

using System.Text.RegularExpressions;
using Ixp.Card;
using Ixp.Sites;
using Xunit;
using static Tools.Tests.Ixp.Samples;

namespace Tools.Tests.Ixp.Card;

/// <summary>The card as a browser lays it out, with the longest texts that a site can bring along.</summary>
public sealed partial class CardPrintTests
{
    /// <summary>Lists each text that leaves its cell, and each part that leaves the printed page inside its margins.</summary>
    private const string Measure =
        """
        <script>
        addEventListener('load', () => {
          const found = [];
          const sheets = document.querySelectorAll(document.body.className == 'a4' ? 'main' : 'section');
          const beyond = (inner, outer) => inner.left < outer.left - 1 || inner.right > outer.right + 1 || inner.top < outer.top - 1 || inner.bottom > outer.bottom + 1;
          let texts = 0;
          for (const sheet of sheets) {
            const box = sheet.getBoundingClientRect(), style = getComputedStyle(sheet);
            const page = { left: box.left + parseFloat(style.paddingLeft), right: box.right - parseFloat(style.paddingRight),
                           top: box.top + parseFloat(style.paddingTop), bottom: box.bottom - parseFloat(style.paddingBottom) };
            for (const part of sheet.querySelectorAll(':not(svg *)'))
              if (beyond(part.getBoundingClientRect(), page)) found.push(part.tagName + ' leaves the page: ' + part.textContent.trim());
            const walk = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT);
            while (walk.nextNode()) {
              if (!walk.currentNode.data.trim()) continue;
              texts++;
              const range = document.createRange();
              range.selectNodeContents(walk.currentNode);
              const cell = walk.currentNode.parentElement.closest('td, th, dd, dt, li, p, h1, h2');
              if (!cell || beyond(range.getBoundingClientRect(), cell.getBoundingClientRect())) found.push('text leaves its cell: ' + walk.currentNode.data);
            }
          }
          document.body.textContent = '[' + texts + ' texts on ' + sheets.length + ' pages] ' + found.join('; ') + '[end]';
        });
        </script>
        """;

    public static TheoryData<string, string> Cards
    {
        get
        {
            var cards = new TheoryData<string, string>();
            foreach (string language in CardTexts.Languages)
            {
                cards.Add(language, nameof(Paper.A4));
                cards.Add(language, nameof(Paper.A6));
            }

            return cards;
        }
    }

    [Theory]
    [MemberData(nameof(Cards))]
    public async Task Nothing_leaves_its_cell_or_the_page(string language, string paper)
    {
        var (texts, pages, findings) = await Look(Html(language, paper));

        Assert.Equal("", findings);
        Assert.Equal(paper is nameof(Paper.A4) ? 1 : 2, pages);
        Assert.InRange(texts, 55, 70);
    }

    [Theory]
    [InlineData("font-size: 14pt", "leaves the page")]
    [InlineData("white-space: nowrap", "text leaves its cell")]
    public async Task What_is_too_large_is_found(string style, string expected)
    {
        string html = Html("en", nameof(Paper.A4)).Replace("</style>", $"body {{ {style} !important; }}</style>", StringComparison.Ordinal);

        Assert.Contains(expected, (await Look(html)).Findings, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sw", nameof(Paper.A4), 1)]
    [InlineData("fr", nameof(Paper.A6), 2)]
    [InlineData("ar", nameof(Paper.A6), 2)]
    public async Task Prints_on_as_many_pages_as_it_has(string language, string paper, int pages)
        => Assert.Equal(pages, await Chromium.Pages(Html(language, paper)));

    private static async Task<(int Texts, int Pages, string Findings)> Look(string html)
    {
        string document = await Chromium.Document(html.Replace("</body>", Measure + "</body>", StringComparison.Ordinal));
        var report = Report().Match(document);
        Assert.True(report.Success, document);
        return (int.Parse(report.Groups[1].ValueSpan), int.Parse(report.Groups[2].ValueSpan), report.Groups[3].Value);
    }

    /// <summary>Three LEDs have the longest words for their colours.</summary>
    private static string Html(string language, string paper) => CardPage.Make(
        GoodBoard with { LedPin = null, LedPins = new ThreeLedPins(5, 14, 15) },
        GoodSite with { Title = new string('W', 60), Device = new string('w', 32), NocPhone = "+00 000 000 0000 / +00 000 000 00" },
        language,
        Enum.Parse<Paper>(paper));

    [GeneratedRegex(@"\[(\d+) texts on (\d+) pages\] (.*)\[end\]", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Report();
}

using System.Globalization;
using System.Net;
using System.Text;
using Appliance.Core.Led;

namespace Ixp.Card;

/// <summary>The picture of all patterns, for documents.</summary>
internal static class LedPicture
{
    private const int LabelWidth = 250;
    private const int StripWidth = 600;
    private const int StripHeight = 16;
    private const int RowHeight = 22;
    private const int Margin = 12;

    private static readonly (string Label, LedSignal Signal, int Subsystem)[] Rows =
    [
        ("starting", LedSignal.Starting, 0),
        ("all well", LedSignal.AllWell, 0),
        ("no network or no broker", LedSignal.Offline, 0),
        ("identify", LedSignal.Identify, 0),
        .. CardTexts.Of("en").Subsystems().Select((s, i) => ($"warning {i + 1}: {s.Name.ToLowerInvariant()}", LedSignal.Warning, i + 1)),
        .. CardTexts.Of("en").Subsystems().Select((s, i) => ($"critical {i + 1}: {s.Name.ToLowerInvariant()}", LedSignal.Critical, i + 1)),
    ];

    /// <returns>An SVG file.</returns>
    public static string Draw()
    {
        const int Width = LabelWidth + StripWidth + (3 * Margin);
        const int AxisX = LabelWidth + (2 * Margin);
        int height = (Rows.Length * RowHeight) + (2 * Margin) + RowHeight;
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {height}\" width=\"{Width}\" height=\"{height}\" font-family=\"sans-serif\" font-size=\"13\" role=\"img\">\n");
        svg.Append("<title>Three seconds of the light for each of its meanings</title>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<rect width=\"{Width}\" height=\"{height}\" fill=\"#ffffff\"/>\n");
        for (int i = 0; i < Rows.Length; i++)
        {
            int y = Margin + (i * RowHeight);
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Margin}\" y=\"{y + StripHeight - 2}\">{WebUtility.HtmlEncode(Rows[i].Label)}</text>");
            svg.Append(LedStrip.Draw(LightKind.Rgb, Rows[i].Signal, Rows[i].Subsystem, AxisX, y, StripWidth, StripHeight)).Append('\n');
        }

        for (int second = 0; second <= LedPattern.Frame / 1000; second++)
        {
            int x = AxisX + (StripWidth * 1000 * second / LedPattern.Frame);
            string anchor = second == 0 ? "start" : second == LedPattern.Frame / 1000 ? "end" : "middle";
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x}\" y=\"{height - Margin}\" text-anchor=\"{anchor}\">{second} s</text>\n");
        }

        return svg.Append("</svg>\n").ToString();
    }
}

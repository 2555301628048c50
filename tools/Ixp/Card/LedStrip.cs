using System.Globalization;
using System.Text;
using Appliance.Core.Led;

namespace Ixp.Card;

/// <summary>Draws one frame of a pattern as a strip of time, out of the firmware's own table.</summary>
internal static class LedStrip
{
    private const string Background = "#262626";

    /// <summary>Of the background around what is lit, so that white is seen on white paper.</summary>
    private const int Border = 3;

    /// <summary>All times of the patterns are multiples of it.</summary>
    private const int StepMs = 10;

    /// <summary>Elements of SVG: the strip, lit where the light is lit.</summary>
    /// <param name="signal">Null draws a light that is dark.</param>
    public static string Draw(LightKind kind, LedSignal? signal, int subsystem, int x, int y, int width, int height)
    {
        var svg = new StringBuilder();
        svg.Append(Rectangle(x, y, width, height, Background));
        if (signal is not { } told)
            return svg.ToString();

        string[] lanes = kind is LightKind.Three ? ["#ff4136", "#ffb300", "#2ecc40"] : [""];
        double lane = (double)(height - (2 * Border)) / lanes.Length;
        double scale = (double)(width - (2 * Border)) / LedPattern.Frame;
        for (int i = 0; i < lanes.Length; i++)
        {
            int from = 0;
            for (int t = StepMs; t <= LedPattern.Frame; t += StepMs)
            {
                string? light = LightAt(from);
                if (t < LedPattern.Frame && LightAt(t) == light)
                    continue;
                if (light is not null)
                    svg.Append(Rectangle(x + Border + (scale * from), y + Border + (i * lane), scale * (t - from), lane, light));
                from = t;
            }

            string? LightAt(int ms)
            {
                bool isLit = LedPattern.IsLit(told, subsystem, ms);
                int colour = LedPattern.Colour(told, subsystem, ms);
                return kind switch
                {
                    LightKind.Rgb => OnPaper(colour),
                    LightKind.Three => isLit && ((LedPattern.LampsOf(colour) >> i) & 1) != 0 ? lanes[i] : null,
                    _ => isLit ? "#ffffff" : null,
                };
            }
        }

        return svg.ToString();
    }

    /// <summary>Colours that are told apart on paper; null for dark.</summary>
    private static string? OnPaper(int colour) => colour switch
    {
        0 => null,
        LedPattern.Red => "#ff4136",
        LedPattern.Amber => "#ffb300",
        LedPattern.Green => "#2ecc40",
        LedPattern.Blue => "#3d8bff",
        _ => "#ffffff",
    };

    private static string Rectangle(double x, double y, double width, double height, string fill) =>
        string.Create(CultureInfo.InvariantCulture, $"<rect x=\"{x:0.##}\" y=\"{y:0.##}\" width=\"{width:0.##}\" height=\"{height:0.##}\" fill=\"{fill}\"/>");
}

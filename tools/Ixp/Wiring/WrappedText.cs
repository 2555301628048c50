namespace Ixp.Wiring;

/// <summary>Breaks text into lines, for pictures that cannot.</summary>
internal static class WrappedText
{
    /// <summary>Mean width of a letter of a sans-serif font, by its size; rather too wide than too narrow.</summary>
    private const double LetterWidth = 0.52;

    /// <param name="width">In the units of the font's size.</param>
    public static IReadOnlyList<string> Lines(string text, double width, double fontSize)
    {
        int most = Math.Max(8, (int)(width / (fontSize * LetterWidth)));
        var lines = new List<string>();
        string line = "";
        foreach (string word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > most)
            {
                lines.Add(line);
                line = "";
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        return [.. lines, line];
    }
}

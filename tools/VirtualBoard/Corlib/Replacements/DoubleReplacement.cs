namespace VirtualBoard.Corlib.Replacements;

/// <summary>Text to and from double.</summary>
[Replaces(typeof(double))]
public static class DoubleReplacement
{
    /// <exception cref="FormatException">This is no number; a comma is none either.</exception>
    public static double Parse(string s) => (double)Parsing.Real(s);

    /// <returns>False with 0.</returns>
    public static bool TryParse(string s, out double result)
    {
        bool ok = Parsing.TryReal(s, out double value);
        result = (double)value;
        return ok;
    }

    public static string ToString(ref double self) => Formatting.Real(self, null);

    public static string ToString(ref double self, string format) => Formatting.Real(self, format);
}

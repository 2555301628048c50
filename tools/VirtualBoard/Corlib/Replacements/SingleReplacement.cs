namespace VirtualBoard.Corlib.Replacements;

/// <summary>Text to and from float.</summary>
[Replaces(typeof(float))]
public static class SingleReplacement
{
    /// <exception cref="FormatException">This is no number; a comma is none either.</exception>
    public static float Parse(string s) => (float)Parsing.Real(s);

    /// <returns>False with 0.</returns>
    public static bool TryParse(string s, out float result)
    {
        bool ok = Parsing.TryReal(s, out double value);
        result = (float)value;
        return ok;
    }

    public static string ToString(ref float self) => Formatting.Real(self, null);

    public static string ToString(ref float self, string format) => Formatting.Real(self, format);
}

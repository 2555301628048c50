namespace VirtualBoard.Corlib.Replacements;

/// <summary>Text to and from long.</summary>
[Replaces(typeof(Int64))]
public static class Int64Replacement
{
    /// <exception cref="FormatException">This is no number.</exception>
    /// <exception cref="ArgumentOutOfRangeException">It does not fit.</exception>
    public static long Parse(string s) => (long)Parsing.Integer(s, long.MinValue, long.MaxValue);

    /// <returns>False with the smallest number of the type, not 0.</returns>
    public static bool TryParse(string s, out long result)
    {
        bool ok = Parsing.TryInteger(s, long.MinValue, long.MaxValue, out var value);
        result = (long)value;
        return ok;
    }

    public static string ToString(ref long self, string format) => Formatting.Integer(self, format);
}

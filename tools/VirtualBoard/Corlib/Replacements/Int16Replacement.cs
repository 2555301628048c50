namespace VirtualBoard.Corlib.Replacements;

/// <summary>Text to and from short.</summary>
[Replaces(typeof(Int16))]
public static class Int16Replacement
{
    /// <exception cref="FormatException">This is no number.</exception>
    /// <exception cref="ArgumentOutOfRangeException">It does not fit.</exception>
    public static short Parse(string s) => (short)Parsing.Integer(s, short.MinValue, short.MaxValue);

    /// <returns>False with the smallest number of the type, not 0.</returns>
    public static bool TryParse(string s, out short result)
    {
        bool ok = Parsing.TryInteger(s, short.MinValue, short.MaxValue, out var value);
        result = (short)value;
        return ok;
    }

    public static string ToString(ref short self, string format) => Formatting.Integer(self, format);
}

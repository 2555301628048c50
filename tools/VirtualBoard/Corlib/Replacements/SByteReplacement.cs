namespace VirtualBoard.Corlib.Replacements;

/// <summary>Text to and from sbyte.</summary>
[Replaces(typeof(SByte))]
public static class SByteReplacement
{
    /// <exception cref="FormatException">This is no number.</exception>
    /// <exception cref="ArgumentOutOfRangeException">It does not fit.</exception>
    public static sbyte Parse(string s) => (sbyte)Parsing.Integer(s, sbyte.MinValue, sbyte.MaxValue);

    /// <returns>False with the smallest number of the type, not 0.</returns>
    public static bool TryParse(string s, out sbyte result)
    {
        bool ok = Parsing.TryInteger(s, sbyte.MinValue, sbyte.MaxValue, out var value);
        result = (sbyte)value;
        return ok;
    }

    public static string ToString(ref sbyte self, string format) => Formatting.Integer(self, format);
}

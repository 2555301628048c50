namespace VirtualBoard.Corlib.Replacements;

/// <summary>Text to and from ulong.</summary>
[Replaces(typeof(UInt64))]
public static class UInt64Replacement
{
    /// <exception cref="FormatException">This is no number.</exception>
    /// <exception cref="ArgumentOutOfRangeException">It does not fit.</exception>
    public static ulong Parse(string s) => (ulong)Parsing.Integer(s, ulong.MinValue, ulong.MaxValue);

    /// <returns>False with the smallest number of the type, not 0.</returns>
    public static bool TryParse(string s, out ulong result)
    {
        bool ok = Parsing.TryInteger(s, ulong.MinValue, ulong.MaxValue, out var value);
        result = (ulong)value;
        return ok;
    }

    public static string ToString(ref ulong self, string format) => Formatting.Integer(self, format);
}

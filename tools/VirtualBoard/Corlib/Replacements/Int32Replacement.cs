namespace VirtualBoard.Corlib.Replacements;

/// <summary>Text to and from int.</summary>
[Replaces(typeof(Int32))]
public static class Int32Replacement
{
    /// <exception cref="FormatException">This is no number.</exception>
    /// <exception cref="ArgumentOutOfRangeException">It does not fit.</exception>
    public static int Parse(string s) => (int)Parsing.Integer(s, int.MinValue, int.MaxValue);

    /// <returns>False with the smallest number of the type, not 0.</returns>
    public static bool TryParse(string s, out int result)
    {
        bool ok = Parsing.TryInteger(s, int.MinValue, int.MaxValue, out var value);
        result = (int)value;
        return ok;
    }

    public static string ToString(ref int self, string format) => Formatting.Integer(self, format);
}

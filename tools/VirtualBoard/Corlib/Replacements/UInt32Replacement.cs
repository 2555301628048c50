namespace VirtualBoard.Corlib.Replacements;

/// <summary>Text to and from uint.</summary>
[Replaces(typeof(UInt32))]
public static class UInt32Replacement
{
    /// <exception cref="FormatException">This is no number.</exception>
    /// <exception cref="ArgumentOutOfRangeException">It does not fit.</exception>
    public static uint Parse(string s) => (uint)Parsing.Integer(s, uint.MinValue, uint.MaxValue);

    /// <returns>False with the smallest number of the type, not 0.</returns>
    public static bool TryParse(string s, out uint result)
    {
        bool ok = Parsing.TryInteger(s, uint.MinValue, uint.MaxValue, out var value);
        result = (uint)value;
        return ok;
    }

    public static string ToString(ref uint self, string format) => Formatting.Integer(self, format);
}

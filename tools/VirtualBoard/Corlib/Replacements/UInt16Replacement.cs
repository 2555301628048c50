namespace VirtualBoard.Corlib.Replacements;

/// <summary>Text to and from ushort.</summary>
[Replaces(typeof(UInt16))]
public static class UInt16Replacement
{
    /// <exception cref="FormatException">This is no number.</exception>
    /// <exception cref="ArgumentOutOfRangeException">It does not fit.</exception>
    public static ushort Parse(string s) => (ushort)Parsing.Integer(s, ushort.MinValue, ushort.MaxValue);

    /// <returns>False with the smallest number of the type, not 0.</returns>
    public static bool TryParse(string s, out ushort result)
    {
        bool ok = Parsing.TryInteger(s, ushort.MinValue, ushort.MaxValue, out var value);
        result = (ushort)value;
        return ok;
    }

    public static string ToString(ref ushort self, string format) => Formatting.Integer(self, format);
}

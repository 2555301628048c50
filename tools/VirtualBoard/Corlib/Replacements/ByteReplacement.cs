namespace VirtualBoard.Corlib.Replacements;

/// <summary>Text to and from byte.</summary>
[Replaces(typeof(Byte))]
public static class ByteReplacement
{
    /// <exception cref="FormatException">This is no number.</exception>
    /// <exception cref="ArgumentOutOfRangeException">It does not fit.</exception>
    public static byte Parse(string s) => (byte)Parsing.Integer(s, byte.MinValue, byte.MaxValue);

    /// <returns>False with the smallest number of the type, not 0.</returns>
    public static bool TryParse(string s, out byte result)
    {
        bool ok = Parsing.TryInteger(s, byte.MinValue, byte.MaxValue, out var value);
        result = (byte)value;
        return ok;
    }

    public static string ToString(ref byte self, string format) => Formatting.Integer(self, format);
}

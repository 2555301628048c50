using System.Globalization;

namespace VirtualBoard.Corlib.Replacements;

/// <summary>Reading of numbers as the device does it.</summary>
internal static class Parsing
{
    /// <summary>Blanks, a sign, digits.</summary>
    public static Int128 Integer(string text, Int128 min, Int128 max)
    {
        ArgumentNullException.ThrowIfNull(text);
        return InRange(Number(text.Trim(), 10), min, max);
    }

    public static bool TryInteger(string? text, Int128 min, Int128 max, out Int128 value)
    {
        try
        {
            value = text is null ? min : Integer(text, min, max);
            return text is not null;
        }
        catch (Exception e) when (e is FormatException or ArgumentOutOfRangeException)
        {
            // Not 0, as on the PC: the smallest number of the type.
            value = min;
            return false;
        }
    }

    /// <summary>As Convert does it, base 2 to 36.</summary>
    public static Int128 Integer(string text, int radix, Int128 min, Int128 max)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (radix is < 2 or > 36)
            throw new ArgumentException("A base lies between 2 and 36.", nameof(radix));

        text = text.Trim();
        if (radix == 16 && text.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
            text = text[2..];
        return InRange(Number(text, radix), min, max);
    }

    public static double Real(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryReal(text, out double value) ? value : throw new FormatException("This is no number: " + text);
    }

    public static bool TryReal(string? text, out double value)
    {
        const NumberStyles styles = NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite | NumberStyles.AllowLeadingSign
            | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return double.TryParse(text, styles, CultureInfo.InvariantCulture, out value);
    }

    private static Int128 Number(string text, int radix)
    {
        int at = text.Length > 0 && text[0] is '+' or '-' ? 1 : 0;
        if (at == text.Length)
            throw new FormatException("This is no number: " + text);

        Int128 value = 0;
        for (int i = at; i < text.Length; i++)
        {
            int digit = char.IsAsciiDigit(text[i]) ? text[i] - '0' : char.IsAsciiLetter(text[i]) ? (text[i] | 0x20) - 'a' + 10 : int.MaxValue;
            if (digit >= radix)
                throw new FormatException("This is no number: " + text);

            // Far beyond every range already; more digits must not wrap.
            if (value < (Int128)1 << 100)
                value = (value * radix) + digit;
        }

        return text[0] == '-' ? -value : value;
    }

    private static Int128 InRange(Int128 value, Int128 min, Int128 max) => value >= min && value <= max
        ? value
        : throw new ArgumentOutOfRangeException(null, $"The number lies outside {min} to {max}.");
}

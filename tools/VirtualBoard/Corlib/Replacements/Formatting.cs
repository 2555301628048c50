using System.Globalization;

namespace VirtualBoard.Corlib.Replacements;

/// <summary>Numbers as text, the way the device's own printf writes them.</summary>
internal static class Formatting
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    public static string Integer(IFormattable value, string? format)
    {
        if (string.IsNullOrEmpty(format))
            return value.ToString(null, Invariant);
        return Literal(format) ?? value.ToString(format, Invariant);
    }

    public static string Real(double value, string? format)
    {
        if (double.IsNaN(value) || double.IsInfinity(value))
            return value.ToString(Invariant);
        return string.IsNullOrEmpty(format) ? Real(value) : Literal(format) ?? Rounded(value, format) ?? value.ToString(format, Invariant);
    }

    public static string Real(float value, string? format)
    {
        if (float.IsNaN(value) || float.IsInfinity(value))
            return value.ToString(Invariant);
        return string.IsNullOrEmpty(format) ? Real(value) : Literal(format) ?? Rounded(value, format) ?? value.ToString(format, Invariant);
    }

    /// <summary>F and N round half away from zero on all digits of the number, and keep the sign of a negative zero.</summary>
    private static string? Rounded(double value, string format)
    {
        int digits = format.Length == 1 ? 2 : int.Parse(format[1..], Invariant);
        double magnitude = Math.Abs(value);
        if ((format[0] | 0x20) is not ('f' or 'n') || magnitude >= 1e15 || digits > 12)
            return null;

        decimal rounded = decimal.Round(Exact(magnitude), digits, MidpointRounding.AwayFromZero);
        return (value < 0 ? "-" : string.Empty) + rounded.ToString(format, Invariant);
    }

    private static decimal Exact(double magnitude) => decimal.Parse(magnitude.ToString("F27", Invariant), Invariant);

    /// <summary>
    /// 17 digits of a value that the device's arithmetic made smaller by some parts in 10^17. The error is modelled on what was
    /// seen (21.5, 20.05, 45.2, 3.14159); other values may differ in the last digits, as nobody should rely on them.
    /// </summary>
    private static string Real(double value)
    {
        if (value == 0)
            return "0";

        double magnitude = Math.Abs(value);
        if (magnitude is < 1e-4 or >= 1e15)
            return value.ToString("G17", Invariant);

        decimal exact = Exact(magnitude);
        if (magnitude >= 16)
            exact -= exact * 6.5e-17m;
        int decimals = 16 - (int)Math.Floor(Math.Log10(magnitude));
        string text = decimal.Round(exact, Math.Min(decimals, 28), MidpointRounding.AwayFromZero).ToString(Invariant);
        text = text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text;
        return value < 0 ? "-" + text : text;
    }

    /// <summary>9 digits; from 1e9 on the device loses the decimal point.</summary>
    private static string Real(float value)
    {
        if (value == 0)
            return "0";
        if (Math.Abs(value) < 1e9f)
            return value.ToString("G9", Invariant);

        string[] parts = value.ToString("E7", Invariant).Split('E');
        return parts[0].Replace(".", string.Empty, StringComparison.Ordinal) + "E+" + int.Parse(parts[1], Invariant).ToString("D2", Invariant);
    }

    /// <returns>Null for the formats that the device knows, the format itself where it comes back as text.</returns>
    /// <exception cref="NotImplementedException">C, P, R and patterns of zeros.</exception>
    private static string? Literal(string format)
    {
        bool standard = char.IsAsciiLetter(format[0]) && format.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;
        if (standard)
        {
            return "DEFGNX".Contains(char.ToUpperInvariant(format[0]), StringComparison.Ordinal)
                ? null
                : throw new NotImplementedException("The device does not know the number format " + format + ", only D, E, F, G, N and X.");
        }

        return format.AsSpan().IndexOfAnyExcept('0') < 0
            ? throw new NotImplementedException("The device does not know the number format " + format + "; use D" + format.Length + ".")
            : format;
    }
}

using System.Globalization;

namespace VirtualBoard.Corlib.Replacements;

/// <summary>Text of anything, as concatenation, formatting and StringBuilder take it too.</summary>
[Replaces(typeof(object))]
public static class ObjectReplacement
{
    public static string? ToString(object self) => self switch
    {
        Enum e => EnumReplacement.ToString(e),
        double d => Formatting.Real(d, null),
        float f => Formatting.Real(f, null),
        TimeSpan t => TimeSpanReplacement.ToString(ref t),
        DateTime t => DateTimeReplacement.ToString(ref t),
        char c => DeviceText.Cut(c.ToString()),
        Exception e => ExceptionReplacement.ToString(e),
        IFormattable number when self.GetType().IsPrimitive => number.ToString(null, CultureInfo.InvariantCulture),
        System.Text.StringBuilder b => StringBuilderReplacement.ToString(b),
        _ => self.ToString(),
    };

    /// <summary>As <see cref="ToString(object)"/>, with nothing for null.</summary>
    internal static string Text(object? value) => value is null ? string.Empty : ToString(value) ?? string.Empty;
}

using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace NanoGate.Rules.Code;

/// <summary>The numeric formats of the device.</summary>
internal static partial class NumberFormat
{
    /// <summary>The rule that a value of this type with this format breaks, or null.</summary>
    public static Rule? Broken(ITypeSymbol? type, string format)
    {
        if (ValueText.IsEnum(type))
            return RuleBook.EnumText;
        if (type is { SpecialType: SpecialType.System_DateTime } or { Name: "Guid" or "TimeSpan" })
            return null;
        if (format.Length == 0)
            return ValueText.IsFloating(type) ? RuleBook.FloatingText : null;
        if (!Known().IsMatch(format))
            return RuleBook.NumberFormat;
        return ValueText.IsFloating(type) && format[0] is not ('F' or 'f' or 'N' or 'n') ? RuleBook.FloatingText : null;
    }

    public static bool IsNumber(ITypeSymbol? type) => type?.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double;

    [GeneratedRegex("^[DdEeFfGgNnXx][0-9]{0,2}$", RegexOptions.None, 1000)]
    private static partial Regex Known();
}

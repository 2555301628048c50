using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace NanoGate.Rules.Code;

/// <summary>Places that take a format: ToString(format), string.Format and the holes of interpolated strings.</summary>
internal static partial class FormatCalls
{
    public static IEnumerable<Finding> Call(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (method is { Name: "ToString", Parameters: [{ Type.SpecialType: SpecialType.System_String }] } && NumberFormat.IsNumber(method.ContainingType))
            return Single(call);
        return method is { Name: "Format", ContainingType.SpecialType: SpecialType.System_String } ? Composite(call) : [];
    }

    public static IEnumerable<Finding> Hole(IInterpolationOperation hole)
    {
        var format = hole.FormatString?.ConstantValue is { HasValue: true, Value: string text } ? text : "";
        return Check(ValueText.Unboxed(hole.Expression).Type, format, hole.Syntax);
    }

    private static IEnumerable<Finding> Single(IInvocationOperation call)
    {
        var format = call.Arguments[0].Value.ConstantValue;
        return format.HasValue
            ? Check(call.TargetMethod.ContainingType, format.Value as string ?? "", call.Arguments[0].Syntax)
            : [RuleBook.FormatNotConstant.At(call.Arguments[0].Syntax.GetLocation(), call.Arguments[0].Syntax.ToString())];
    }

    private static IEnumerable<Finding> Composite(IInvocationOperation call)
    {
        var format = call.Arguments.First(a => a.Parameter?.Ordinal == 0);
        if (format.Value.ConstantValue is not { HasValue: true, Value: string text })
            return [RuleBook.FormatNotConstant.At(format.Syntax.GetLocation(), format.Syntax.ToString())];
        IOperation[] values = [.. call.Arguments.Where(a => a.Parameter?.Ordinal == 1).SelectMany(a => ValueText.Elements(a.Value))];
        return from Match hole in Holes().Matches(text.Replace("{{", "", StringComparison.Ordinal))
               let index = int.Parse(hole.Groups["index"].Value, System.Globalization.CultureInfo.InvariantCulture)
               let value = index < values.Length ? ValueText.Unboxed(values[index]) : null
               from finding in Check(value?.Type, hole.Groups["format"].Value, value?.Syntax ?? call.Syntax)
               select finding;
    }

    private static IEnumerable<Finding> Check(ITypeSymbol? type, string format, SyntaxNode where)
        => NumberFormat.Broken(type, format) is { } rule ? [rule.At(where.GetLocation(), format.Length == 0 ? where.ToString() : $"format \"{format}\"")] : [];

    [GeneratedRegex(@"\{(?<index>[0-9]{1,4})\s*(,[^:}]*)?(:(?<format>[^}]*))?\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Holes();
}

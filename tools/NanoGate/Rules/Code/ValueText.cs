using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace NanoGate.Rules.Code;

/// <summary>Values that become text without a format: fine for integers, wrong for floating-point numbers and enums.</summary>
internal static class ValueText
{
    public static bool IsFloating(ITypeSymbol? type) => type?.SpecialType is SpecialType.System_Double or SpecialType.System_Single;

    public static bool IsEnum(ITypeSymbol? type) => type?.TypeKind == TypeKind.Enum || type?.SpecialType == SpecialType.System_Enum;

    public static IEnumerable<Finding> Concatenation(IBinaryOperation operation)
        => operation.Type?.SpecialType == SpecialType.System_String ? [.. Of(operation.LeftOperand), .. Of(operation.RightOperand)] : [];

    public static IEnumerable<Finding> Concatenation(ICompoundAssignmentOperation operation)
        => operation.Type?.SpecialType == SpecialType.System_String ? Of(operation.Value) : [];

    /// <summary>ToString() on such a value, and handing one to Concat or a StringBuilder.</summary>
    public static IEnumerable<Finding> Call(IInvocationOperation call)
    {
        if (call.TargetMethod is { Name: "ToString", Parameters.Length: 0 } && call.Instance is { } instance)
            return Of(instance);
        var type = call.TargetMethod.ContainingType.ToDisplayString();
        return (type, call.TargetMethod.Name) is ("string", "Concat") or ("System.Text.StringBuilder", "Append" or "Insert")
            ? call.Arguments.SelectMany(a => Elements(a.Value)).SelectMany(Of) : [];
    }

    /// <summary>The arguments behind a params array.</summary>
    public static IEnumerable<IOperation> Elements(IOperation argument)
        => argument is IArrayCreationOperation { Initializer: { } list } ? list.ElementValues : [argument];

    public static IEnumerable<Finding> Of(IOperation value)
    {
        var type = Unboxed(value).Type;
        if (IsFloating(type))
            return [RuleBook.FloatingText.At(value.Syntax.GetLocation(), value.Syntax.ToString())];
        return IsEnum(type) ? [RuleBook.EnumText.At(value.Syntax.GetLocation(), value.Syntax.ToString())] : [];
    }

    /// <summary>The value before the compiler converted it for the call; a cast that someone wrote stays.</summary>
    public static IOperation Unboxed(IOperation value)
    {
        while (value is IConversionOperation { Operand: { } operand } conversion && (conversion.IsImplicit || conversion.Type?.SpecialType == SpecialType.System_Object))
            value = operand;
        return value;
    }
}

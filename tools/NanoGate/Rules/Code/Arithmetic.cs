using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace NanoGate.Rules.Code;

/// <summary>Arithmetic that ends differently on the device.</summary>
internal static class Arithmetic
{
    public static IEnumerable<Finding> Checked(SyntaxNode node)
        => node.IsKind(SyntaxKind.CheckedExpression) || node.IsKind(SyntaxKind.CheckedStatement)
            ? [RuleBook.CheckedArithmetic.At(node.GetLocation(), "checked")] : [];

    public static IEnumerable<Finding> Division(IBinaryOperation operation)
        => Division(operation, operation.OperatorKind, operation.OperatorMethod, operation.RightOperand);

    public static IEnumerable<Finding> Division(ICompoundAssignmentOperation operation)
        => Division(operation, operation.OperatorKind, operation.OperatorMethod, operation.Value);

    private static IEnumerable<Finding> Division(IOperation operation, BinaryOperatorKind kind, IMethodSymbol? overload, IOperation divisor)
    {
        if (kind is not (BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder) || overload is not null || !ValueText.IsFloating(divisor.Type))
            return [];
        return divisor.ConstantValue is { HasValue: true, Value: not (0.0 or 0.0f) }
            ? [] : [RuleBook.FloatingDivision.At(operation.Syntax.GetLocation(), operation.Syntax.ToString())];
    }
}

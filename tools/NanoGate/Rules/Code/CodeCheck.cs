using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace NanoGate.Rules.Code;

/// <summary>Findings about code whose meaning differs on the device, seen where types and constants are still known.</summary>
internal static class CodeCheck
{
    public static IEnumerable<Finding> Findings(CSharpCompilation compilation)
        => from tree in compilation.SyntaxTrees
           let model = compilation.GetSemanticModel(tree)
           from node in tree.GetRoot().DescendantNodes()
           from finding in OfNode(node, model)
           select finding;

    private static IEnumerable<Finding> OfNode(SyntaxNode node, SemanticModel model) => node switch
    {
        CheckedExpressionSyntax or CheckedStatementSyntax => Arithmetic.Checked(node),
        BinaryExpressionSyntax or AssignmentExpressionSyntax => model.GetOperation(node) switch
        {
            IBinaryOperation binary => [.. Arithmetic.Division(binary), .. ValueText.Concatenation(binary)],
            ICompoundAssignmentOperation compound => [.. Arithmetic.Division(compound), .. ValueText.Concatenation(compound)],
            _ => [],
        },
        InvocationExpressionSyntax or ConditionalAccessExpressionSyntax or InterpolationSyntax => model.GetOperation(node) switch
        {
            IInvocationOperation call => [.. ValueText.Call(call), .. FormatCalls.Call(call)],
            IInterpolationOperation hole => FormatCalls.Hole(hole),
            _ => [],
        },
        _ => [],
    };
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace NanoGate.Rules.Metadata;

/// <summary>Leads from metadata back to file, line and column: by the PDB where there is code, by the compiler's symbols elsewhere.</summary>
internal sealed class SourceMap(CSharpCompilation compilation, string projectPath)
{
    /// <summary>The statement that an instruction belongs to.</summary>
    public Finding At(Rule rule, MethodDefinition method, Instruction instruction, string what)
    {
        var point = method.DebugInformation.SequencePoints.LastOrDefault(p => !p.IsHidden && p.Offset <= instruction.Offset);
        return point is null ? At(rule, method, what) : rule.At(point.Document.Url, point.StartLine, point.StartColumn, what);
    }

    /// <summary>The head of a method, or the first statement of what the compiler made of a lambda.</summary>
    public Finding At(Rule rule, MethodDefinition method, string what)
    {
        if (Source(method.DeclaringType)?.GetMembers(method.Name).FirstOrDefault(m => Count(m) == method.Parameters.Count) is { } symbol)
            return At(rule, symbol, what);
        var point = method.DebugInformation.SequencePoints.FirstOrDefault(p => !p.IsHidden);
        return point is null ? At(rule, method.DeclaringType, what) : rule.At(point.Document.Url, point.StartLine, point.StartColumn, what);
    }

    public Finding At(Rule rule, IMemberDefinition member, string what) => member switch
    {
        MethodDefinition method => At(rule, method, what),
        TypeDefinition type => At(rule, type, what),
        _ when Source(member.DeclaringType)?.GetMembers(member.Name).FirstOrDefault() is { } symbol => At(rule, symbol, what),
        _ => At(rule, member.DeclaringType, what),
    };

    public Finding At(Rule rule, TypeDefinition type, string what)
    {
        for (var t = type; t is not null; t = t.DeclaringType)
            if (Source(t) is { } symbol)
                return At(rule, symbol, what);
        return InProject(rule, what);
    }

    public Finding InProject(Rule rule, string what) => rule.At(projectPath, 1, 1, what);

    /// <summary>The type as it stands in the source, or null for one that the compiler made.</summary>
    public INamedTypeSymbol? Source(TypeDefinition? type)
        => type is null ? null : compilation.Assembly.GetTypeByMetadataName(type.FullName.Replace('/', '+'));

    private Finding At(Rule rule, ISymbol? symbol, string what)
        => symbol?.Locations.FirstOrDefault(l => l.IsInSource) is { } location ? rule.At(location, what) : InProject(rule, what);

    private static int Count(ISymbol symbol) => symbol is IMethodSymbol method ? method.Parameters.Length : -1;
}

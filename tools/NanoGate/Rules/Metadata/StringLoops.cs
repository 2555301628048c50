using Mono.Cecil;
using Mono.Cecil.Cil;

namespace NanoGate.Rules.Metadata;

/// <summary>The string indexer, and foreach over a string which the compiler turns into it, between a backward branch and its target.</summary>
internal sealed class StringLoops(SourceMap map)
{
    public IEnumerable<Finding> Findings(ModuleDefinition module)
        => from type in module.Types
           where !type.Name.StartsWith("<PrivateImplementationDetails>", StringComparison.Ordinal)
           from nested in WithNested(type)
           from method in nested.Methods
           where method.HasBody
           from call in method.Body.Instructions
           where IsStringIndex(call) && Loops(method).Any(l => l.Target <= call.Offset && call.Offset < l.Branch)
           select map.At(RuleBook.StringIndexInLoop, method, call, "string indexed in a loop");

    private static IEnumerable<TypeDefinition> WithNested(TypeDefinition type) => type.NestedTypes.SelectMany(WithNested).Prepend(type);

    /// <summary>A constant index costs the same in every turn.</summary>
    private static bool IsStringIndex(Instruction call)
        => call.Operand is MethodReference { Name: "get_Chars", DeclaringType.FullName: "System.String" } && !call.Previous.OpCode.Name.StartsWith("ldc.i4", StringComparison.Ordinal);

    private static List<(int Target, int Branch)> Loops(MethodDefinition method)
        => [.. from i in method.Body.Instructions where i.Operand is Instruction target && target.Offset <= i.Offset select (((Instruction)i.Operand).Offset, i.Offset)];
}

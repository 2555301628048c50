using Mono.Cecil;
using Mono.Cecil.Cil;

namespace NanoGate.Rules.Metadata;

/// <summary>String literals with U+0000: in code, in constants, in defaults and in attributes.</summary>
internal sealed class StringLiterals(SourceMap map)
{
    public IEnumerable<Finding> Findings(ModuleDefinition module) => module.GetTypes().SelectMany(OfType);

    private IEnumerable<Finding> OfType(TypeDefinition type)
    {
        foreach (var field in type.Fields.Where(f => f.HasConstant && IsCut(f.Constant)))
            yield return map.At(RuleBook.ZeroInString, field, field.Name);
        foreach (var member in new IMemberDefinition[] { type }.Concat(type.Fields).Concat(type.Methods).Concat(type.Properties).Where(InAttribute))
            yield return map.At(RuleBook.ZeroInString, member, "attribute of " + member.Name);
        foreach (var method in type.Methods)
        {
            foreach (var parameter in method.Parameters.Where(p => p.HasConstant && IsCut(p.Constant)))
                yield return map.At(RuleBook.ZeroInString, method, "default of " + parameter.Name);
            foreach (var load in Instructions(method).Where(i => i.OpCode == OpCodes.Ldstr && IsCut(i.Operand)))
                yield return map.At(RuleBook.ZeroInString, method, load, "string literal");
        }
    }

    private static IEnumerable<Instruction> Instructions(MethodDefinition method) => method.HasBody ? method.Body.Instructions : [];

    private static bool IsCut(object? constant) => constant is string text && text.Contains('\0');

    private static bool InAttribute(IMemberDefinition member)
        => member.CustomAttributes.Any(a => a.ConstructorArguments.Any(HoldsCut) || a.Properties.Any(p => HoldsCut(p.Argument)));

    private static bool HoldsCut(CustomAttributeArgument argument) => argument.Value switch
    {
        CustomAttributeArgument boxed => HoldsCut(boxed),
        CustomAttributeArgument[] list => list.Any(HoldsCut),
        var value => IsCut(value),
    };
}

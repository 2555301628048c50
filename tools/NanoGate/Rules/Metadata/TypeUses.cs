using Mono.Cecil;
using Mono.Cecil.Cil;

namespace NanoGate.Rules.Metadata;

/// <summary>Generic types and methods and multidimensional arrays, wherever metadata can hold a type.</summary>
internal sealed class TypeUses(SourceMap map)
{
    public IEnumerable<Finding> Findings(ModuleDefinition module) => module.GetTypes().SelectMany(OfType);

    private IEnumerable<Finding> OfType(TypeDefinition type)
    {
        if (type.HasGenericParameters)
            return [map.At(RuleBook.GenericDefinition, type, Readable(type))];
        var heads = new[] { type.BaseType }.Concat(type.Interfaces.Select(i => i.InterfaceType)).SelectMany(t => Check(t, (r, w) => map.At(r, type, w)));
        // Fields of closures are named again where they are used.
        var fields = type.Fields.Where(_ => map.Source(type) is not null).SelectMany(f => Check(f.FieldType, (r, w) => map.At(r, f, w)));
        return [.. heads, .. fields, .. type.Methods.SelectMany(OfMethod)];
    }

    private IEnumerable<Finding> OfMethod(MethodDefinition method)
    {
        if (method.HasGenericParameters)
            return [map.At(RuleBook.GenericDefinition, method, Readable(method.DeclaringType) + "." + method.Name)];
        var signature = method.Parameters.Select(p => p.ParameterType).Append(method.ReturnType).SelectMany(t => Check(t, (r, w) => map.At(r, method, w)));
        if (!method.HasBody)
            return signature;
        var locals = method.Body.Variables.SelectMany(v => Check(v.VariableType, (r, w) => map.At(r, method, method.Body.Instructions[0], w)));
        var code = method.Body.Instructions.SelectMany(i => OfOperand(i.Operand).SelectMany(t => Check(t, (r, w) => map.At(r, method, i, w))));
        // A local of such a type is also named where it is filled; report that place only.
        var used = code.ToList();
        return [.. signature, .. used.Count > 0 ? used : locals];
    }

    private static IEnumerable<TypeReference> OfOperand(object? operand) => operand switch
    {
        TypeReference type => [type],
        GenericInstanceMethod method => [.. method.GenericArguments, method.DeclaringType, method.ReturnType],
        MethodReference method => method.Parameters.Select(p => p.ParameterType).Append(method.ReturnType).Append(method.DeclaringType),
        FieldReference field => [field.FieldType, field.DeclaringType],
        _ => [],
    };

    private static IEnumerable<Finding> Check(TypeReference? type, Func<Rule, string, Finding> at) => type switch
    {
        null => [],
        GenericInstanceType or { ContainsGenericParameter: true } => [at(RuleBook.GenericUse, Readable(type))],
        ArrayType { Rank: > 1 } => [at(RuleBook.MultidimensionalArray, Readable(type))],
        TypeSpecification wrapped => Check(wrapped.ElementType, at),
        { Name: var name } when name.Contains('`') => [at(RuleBook.GenericUse, Readable(type))],
        _ => [],
    };

    private static string Readable(TypeReference type) => type.FullName.Replace('/', '.');
}

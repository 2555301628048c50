using Mono.Cecil;

namespace NanoGate.Rules.Metadata;

/// <summary>Types in the output that no source holds, such as embedded attributes.</summary>
internal sealed class CompilerMadeTypes(SourceMap map)
{
    public IEnumerable<Finding> Findings(ModuleDefinition module)
    {
        var made = module.Types.Where(t => !IsLowered(t) && map.Source(t) is null).ToList();
        // EmbeddedAttribute only marks the others.
        return made.Where(t => made.Count == 1 || t.FullName != "Microsoft.CodeAnalysis.EmbeddedAttribute").SelectMany(t => At(module, t));
    }

    /// <summary>Closures, array data and string switches: plain types that the device runs.</summary>
    private static bool IsLowered(TypeDefinition type) => type.Name.StartsWith('<');

    /// <summary>The places that carry the attribute say more than the attribute itself.</summary>
    private IEnumerable<Finding> At(ModuleDefinition module, TypeDefinition made)
    {
        var carriers = module.Types.Where(t => map.Source(t) is not null).SelectMany(WithNested).SelectMany(Members).Where(m => Carries(m, made)).ToList();
        return carriers.Count == 0
            ? [map.InProject(RuleBook.CompilerMadeType, made.FullName)]
            : carriers.Select(c => map.At(RuleBook.CompilerMadeType, c, made.FullName));
    }

    private static IEnumerable<TypeDefinition> WithNested(TypeDefinition type) => type.NestedTypes.SelectMany(WithNested).Prepend(type);

    private static IEnumerable<IMemberDefinition> Members(TypeDefinition type)
        => [type, .. type.Fields, .. type.Methods, .. type.Properties, .. type.Events];

    private static bool Carries(IMemberDefinition member, TypeDefinition made)
    {
        var parameters = member is MethodDefinition method ? method.Parameters.Cast<ICustomAttributeProvider>().Append(method.MethodReturnType) : [];
        return parameters.Append(member).Any(p => p.CustomAttributes.Any(a => a.AttributeType.FullName == made.FullName));
    }
}

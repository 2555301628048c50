using Mono.Cecil;

namespace VirtualBoard.Weaving;

/// <summary>All custom attributes of a module, wherever they stand.</summary>
internal static class AttributeWalk
{
    public static IEnumerable<CustomAttribute> Of(ModuleDefinition module) =>
        Providers(module).Where(p => p.HasCustomAttributes).SelectMany(p => p.CustomAttributes);

    private static IEnumerable<ICustomAttributeProvider> Providers(ModuleDefinition module)
    {
        yield return module.Assembly;
        yield return module;
        foreach (var type in module.GetTypes())
        {
            yield return type;
            foreach (var member in Members(type))
                yield return member;
        }
    }

    private static IEnumerable<ICustomAttributeProvider> Members(TypeDefinition type)
    {
        foreach (var field in type.Fields)
            yield return field;
        foreach (var property in type.Properties)
            yield return property;
        foreach (var @event in type.Events)
            yield return @event;
        foreach (var method in type.Methods)
        {
            yield return method;
            yield return method.MethodReturnType;
            foreach (var parameter in method.Parameters)
                yield return parameter;
        }
    }
}

using Mono.Cecil;

namespace VirtualBoard.Weaving;

/// <summary>Marks an assembly as one for .NET.</summary>
internal static class TargetFramework
{
    private const string Attribute = "System.Runtime.Versioning.TargetFrameworkAttribute";

    public static void Set(ModuleDefinition module, Func<string, TypeReference> reference)
    {
        var attributes = module.Assembly.CustomAttributes;
        foreach (var old in attributes.Where(a => a.AttributeType.FullName == Attribute).ToArray())
            attributes.Remove(old);

        var constructor = new MethodReference(".ctor", module.TypeSystem.Void, reference(Attribute)) { HasThis = true };
        constructor.Parameters.Add(new ParameterDefinition(module.TypeSystem.String));
        var mark = new CustomAttribute(constructor);
        mark.ConstructorArguments.Add(new CustomAttributeArgument(
            module.TypeSystem.String, $".NETCoreApp,Version=v{Environment.Version.Major}.{Environment.Version.Minor}"));
        attributes.Add(mark);
    }
}

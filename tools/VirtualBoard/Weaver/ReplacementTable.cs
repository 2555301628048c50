using Mono.Cecil;

namespace VirtualBoard.Weaving;

/// <summary>
/// Members of .NET that behave otherwise on the device, or are not in .NET at all, and the static members that stand in for
/// them, found by name and parameter types in the types marked <c>[Replaces(typeof(T))]</c>. What the names mean is told at that attribute.
/// </summary>
internal sealed class ReplacementTable
{
    private const string Marker = "ReplacesAttribute";

    private readonly Dictionary<string, MethodDefinition> _methods = new(StringComparer.Ordinal);

    public void Add(AssemblyDefinition api)
    {
        foreach (var type in api.MainModule.GetTypes().Where(t => t.HasCustomAttributes))
        {
            foreach (var mark in type.CustomAttributes.Where(a => a.AttributeType.Name == Marker))
                Add(((TypeReference)mark.ConstructorArguments[0].Value).FullName, type);
        }
    }

    public MethodDefinition? ForMethod(MethodReference member) => member.HasThis
        ? ForInstance(member.DeclaringType.FullName, member)
        : Find(member.DeclaringType.FullName, member.Name, Types(member));

    /// <summary>The stand-in of an instance member for instances of one type, as when an enum answers to Object.ToString.</summary>
    public MethodDefinition? ForInstance(string type, MethodReference member) =>
        Find(type, member.Name, Types(member).Prepend(type)) ?? Find(type, member.Name, Types(member).Prepend(type + "&"));

    /// <summary>What makes an instance and returns it.</summary>
    public MethodDefinition? ForConstructor(MethodReference constructor) =>
        Find(constructor.DeclaringType.FullName, "New", Types(constructor));

    /// <summary>What gives the value of a static field.</summary>
    public MethodDefinition? ForField(FieldReference field) =>
        Find(field.DeclaringType.FullName, "get_" + field.Name, []);

    private static IEnumerable<string> Types(MethodReference method) => method.Parameters.Select(p => p.ParameterType.FullName);

    private static string Key(string type, string name, IEnumerable<string> parameters) =>
        $"{type}::{name}({string.Join(',', parameters)})";

    private void Add(string replaced, TypeDefinition holder)
    {
        foreach (var method in holder.Methods.Where(m => m.IsPublic && m.IsStatic))
            _methods[Key(replaced, method.Name, Types(method))] = method;
    }

    private MethodDefinition? Find(string type, string name, IEnumerable<string> parameters) =>
        _methods.GetValueOrDefault(Key(type, name, parameters));
}

using Mono.Cecil;

namespace VirtualBoard.Weaving;

/// <summary>Points every reference to a type of the device's API to where that type lives on the virtual board.</summary>
internal sealed class TypeRetargeter(ModuleDefinition module, TypeHomes homes, IReadOnlySet<string> firmware)
{
    private readonly Dictionary<string, AssemblyNameReference> _references = new(StringComparer.Ordinal);

    /// <summary>Types that have no home, by full name.</summary>
    public HashSet<string> Missing { get; } = new(StringComparer.Ordinal);

    public void Apply()
    {
        var before = module.AssemblyReferences.ToArray();
        foreach (var type in module.GetTypeReferences().ToArray())
            Retarget(type);
        foreach (var attribute in AttributeWalk.Of(module))
            RetargetArguments(attribute);

        // A reference of the device may be named as one of .NET (System.Net, System.Threading): those made here are other objects.
        foreach (var reference in before)
        {
            if (!firmware.Contains(reference.Name))
                module.AssemblyReferences.Remove(reference);
        }
    }

    /// <summary>The reference of the module to an assembly, added when it is not there.</summary>
    public AssemblyNameReference Reference(AssemblyNameReference assembly)
    {
        if (_references.TryGetValue(assembly.Name, out var known))
            return known;

        var added = new AssemblyNameReference(assembly.Name, assembly.Version) { PublicKeyToken = assembly.PublicKeyToken };
        module.AssemblyReferences.Add(added);
        return _references[assembly.Name] = added;
    }

    private void Retarget(TypeReference type)
    {
        if (type.DeclaringType is not null || type.Scope is not AssemblyNameReference from || firmware.Contains(from.Name))
            return;

        if (homes.Find(type.FullName) is { } home)
            type.Scope = Reference(home);
        else
            Missing.Add(type.FullName);
    }

    private void RetargetArguments(CustomAttribute attribute)
    {
        if (!attribute.HasConstructorArguments && !attribute.HasProperties && !attribute.HasFields)
            return;

        foreach (var argument in attribute.ConstructorArguments)
            RetargetValue(argument.Value);
        foreach (var named in attribute.Properties.Concat(attribute.Fields))
            RetargetValue(named.Argument.Value);
    }

    private void RetargetValue(object? value)
    {
        // typeof(X) in an attribute is kept by name, not as an entry of the type table.
        if (value is TypeReference type)
            Retarget(type.GetElementType());
        else if (value is CustomAttributeArgument nested)
            RetargetValue(nested.Value);
        else if (value is CustomAttributeArgument[] array)
            Array.ForEach(array, a => RetargetValue(a.Value));
    }
}

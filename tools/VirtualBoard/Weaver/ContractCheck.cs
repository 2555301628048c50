using Mono.Cecil;

namespace VirtualBoard.Weaving;

/// <summary>
/// A firmware type keeps its promises on .NET too: it implements all that its interfaces and abstract bases ask for there,
/// and what overrides on the device overrides here.
/// </summary>
internal static class ContractCheck
{
    public static void Apply(TypeDefinition type, FindingLog log)
    {
        if (type.BaseType is null)
            return;

        var chain = Chain(type);
        foreach (var method in type.Methods.Where(m => m.IsVirtual && !m.IsNewSlot && m.IsReuseSlot))
        {
            if (!chain.Skip(1).Any(b => b.Methods.Any(m => m.IsVirtual && SameShape(m, method))))
                log.Add(method, null, $"it overrides nothing on .NET: no base of {type.FullName} has this virtual member.");
        }

        if (type.IsAbstract)
            return;

        foreach (var required in Required(type, chain))
        {
            if (!IsImplemented(required, chain))
                log.Add(type, $"it must implement {required.FullName}, which .NET asks for and the device does not.");
        }
    }

    private static IEnumerable<MethodDefinition> Required(TypeDefinition type, List<TypeDefinition> chain)
    {
        foreach (var contract in type.Interfaces.Select(i => i.InterfaceType.Resolve()).Where(i => i is not null))
        {
            foreach (var method in contract.Methods.Where(m => m.IsAbstract && !m.IsStatic))
                yield return method;
        }

        foreach (var @base in chain.Skip(1).Where(b => b.Module != type.Module))
        {
            foreach (var method in @base.Methods.Where(m => m.IsAbstract))
                yield return method;
        }
    }

    private static bool IsImplemented(MethodDefinition required, List<TypeDefinition> chain) =>
        chain.TakeWhile(t => t != required.DeclaringType).Any(t => t.Methods.Any(m =>
            (m.IsVirtual && !m.IsAbstract && SameShape(m, required))
            || m.Overrides.Any(o => o.Name == required.Name && o.DeclaringType.FullName == required.DeclaringType.FullName)));

    private static List<TypeDefinition> Chain(TypeDefinition type)
    {
        var chain = new List<TypeDefinition>();
        for (var t = type; t is not null; t = t.BaseType?.Resolve())
            chain.Add(t);
        return chain;
    }

    private static bool SameShape(MethodDefinition a, MethodDefinition b) =>
        a.Name == b.Name
        && a.ReturnType.FullName == b.ReturnType.FullName
        && a.Parameters.Select(p => p.ParameterType.FullName).SequenceEqual(b.Parameters.Select(p => p.ParameterType.FullName), StringComparer.Ordinal);
}

using Mono.Cecil;
using Mono.Cecil.Cil;

namespace VirtualBoard.Weaving;

/// <summary>
/// Tells at weave time what would otherwise be a MissingMethodException or a TypeLoadException in the middle of a run.
/// </summary>
internal sealed class MemberCheck(ModuleDefinition module, HashSet<string> missingTypes, FindingLog log)
{
    private readonly Dictionary<MemberReference, string?> _verdicts = [];
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    public void Apply()
    {
        foreach (var type in module.GetTypes())
        {
            foreach (var method in type.Methods)
                Check(method);
        }

        foreach (string type in missingTypes.Except(_told).Order(StringComparer.Ordinal))
            log.Add(module, NoType(type));
        if (missingTypes.Count == 0)
        {
            foreach (var type in module.GetTypes())
                ContractCheck.Apply(type, log);
        }
    }

    private static string NoType(string type) =>
        $"the virtual board has no type {type}. Add it to its API assemblies (VirtualBoard/Devices, Corlib or Mqtt).";

    private void Check(MethodDefinition method)
    {
        if (!method.HasBody)
            return;

        foreach (var instruction in method.Body.Instructions)
        {
            if (instruction.Operand is MemberReference member and not IMemberDefinition && Verdict(member) is { } problem)
                log.Add(method, instruction, problem);
        }
    }

    private string? Verdict(MemberReference member)
    {
        if (!_verdicts.TryGetValue(member, out string? verdict))
            _verdicts[member] = verdict = Judge(member);
        return verdict;
    }

    private string? Judge(MemberReference member)
    {
        var owner = (member as TypeReference ?? member.DeclaringType).GetElementType();
        var outermost = owner;
        while (outermost.DeclaringType is not null)
            outermost = outermost.DeclaringType;
        if (missingTypes.Contains(outermost.FullName))
        {
            _told.Add(outermost.FullName);
            return NoType(outermost.FullName);
        }

        if (owner.IsGenericParameter)
            return null;
        if (owner.Resolve() is not { } type)
            return NoType(owner.FullName);
        return member switch
        {
            MethodReference { DeclaringType: ArrayType } => null,
            MethodReference method => Judge(method, method.Resolve(), type),
            FieldReference field => Judge(field, field.Resolve(), type),
            _ => null,
        };
    }

    private static string? Judge(MethodReference method, MethodDefinition? found, TypeDefinition owner)
    {
        if (found is null)
            return NoMember(method, owner);
        if (found.IsPrivate || found.IsAssembly || found.IsFamilyAndAssembly)
            return $"{method.FullName} is not accessible in {owner.Module.Assembly.Name.Name}.";
        return SignatureMatch.Same(method, found) ? null : OtherTypes(method, owner);
    }

    private static string? Judge(FieldReference field, FieldDefinition? found, TypeDefinition owner)
    {
        if (found is null)
            return NoMember(field, owner);
        return SignatureMatch.Same(field, found) ? null : OtherTypes(field, owner);
    }

    private static string NoMember(MemberReference member, TypeDefinition owner) =>
        $"{owner.Module.Assembly.Name.Name} has no {member.FullName}. Add it to the virtual board's type, or for a type of .NET write a replacement in VirtualBoard/Corlib/Replacements.";

    private static string OtherTypes(MemberReference member, TypeDefinition owner) =>
        $"{member.FullName} exists in {owner.Module.Assembly.Name.Name}, but with types of other assemblies: one type of its signature lives both on the virtual board and in .NET.";
}

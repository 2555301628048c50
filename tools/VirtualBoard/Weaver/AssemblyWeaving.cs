using Mono.Cecil;
using Mono.Cecil.Rocks;

namespace VirtualBoard.Weaving;

/// <summary>The steps for one firmware assembly.</summary>
internal sealed class AssemblyWeaving
{
    private readonly ModuleDefinition _module;
    private readonly TypeHomes _homes;
    private readonly TypeRetargeter _types;
    private readonly CallRedirection _calls;

    public AssemblyWeaving(ModuleDefinition module, TypeHomes homes, ReplacementTable replacements, IReadOnlySet<string> firmware)
    {
        _module = module;
        _homes = homes;
        _types = new TypeRetargeter(module, homes, firmware);
        _calls = new CallRedirection(module, replacements);
    }

    public void Retarget()
    {
        _types.Apply();
        TargetFramework.Set(_module, Reference);
    }

    public void Rewrite(FindingLog log)
    {
        var methods = _module.GetTypes().SelectMany(t => t.Methods).Where(m => m.HasBody).ToArray();
        foreach (var method in methods)
        {
            method.Body.SimplifyMacros();
            _calls.Apply(method.Body);
        }

        new MemberCheck(_module, _types.Missing, log).Apply();

        var passage = PowerCutPassage();
        foreach (var method in methods)
        {
            WrappingArithmetic.Apply(method.Body);
            passage.Apply(method.Body);
            method.Body.OptimizeMacros();
        }
    }

    private PowerCutPassage PowerCutPassage()
    {
        var type = Reference("VirtualBoard.Running.PowerCutException");
        var isUnwinding = new MethodReference("get_IsUnwinding", _module.TypeSystem.Boolean, type);
        return new PowerCutPassage(type, isUnwinding);
    }

    private TypeReference Reference(string fullName)
    {
        var home = _homes.Find(fullName)
            ?? throw new InvalidOperationException($"{fullName} is in none of the API assemblies: is the engine (VirtualBoard.dll) among them?");
        int dot = fullName.LastIndexOf('.');
        return new TypeReference(fullName[..dot], fullName[(dot + 1)..], _module, _types.Reference(home));
    }
}

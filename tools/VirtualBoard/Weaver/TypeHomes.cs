using Mono.Cecil;

namespace VirtualBoard.Weaving;

/// <summary>Where a type of the nanoFramework API lives on the virtual board: in its API assemblies, or else in .NET.</summary>
internal sealed class TypeHomes(FrameworkFacades framework)
{
    private readonly Dictionary<string, AssemblyNameReference> _api = new(StringComparer.Ordinal);

    /// <summary>Adds the public types of an API assembly; the assembly added first wins.</summary>
    public void Add(AssemblyDefinition api)
    {
        foreach (var type in api.MainModule.Types)
        {
            if (type.IsPublic)
                _api.TryAdd(type.FullName, api.Name);
        }
    }

    public AssemblyNameReference? Find(string fullName) =>
        _api.GetValueOrDefault(fullName) ?? framework.Find(fullName);
}

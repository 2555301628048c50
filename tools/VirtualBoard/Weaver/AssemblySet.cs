using Mono.Cecil;

namespace VirtualBoard.Weaving;

/// <summary>Finds assemblies by name: the firmware's own, the virtual board's API, then the shared framework.</summary>
internal sealed class AssemblySet(string frameworkDirectory) : IAssemblyResolver
{
    private readonly Dictionary<string, AssemblyDefinition> _known = new(StringComparer.Ordinal);

    public void Add(AssemblyDefinition assembly) => _known[assembly.Name.Name] = assembly;

    public bool Knows(string name) => _known.ContainsKey(name);

    public AssemblyDefinition Resolve(AssemblyNameReference name) => Resolve(name, new ReaderParameters());

    public AssemblyDefinition Resolve(AssemblyNameReference name, ReaderParameters parameters)
    {
        if (_known.TryGetValue(name.Name, out var known))
            return known;

        string file = Path.Combine(frameworkDirectory, name.Name + ".dll");
        if (!File.Exists(file))
            throw new AssemblyResolutionException(name);

        var found = AssemblyDefinition.ReadAssembly(file, new ReaderParameters { AssemblyResolver = this });
        _known[name.Name] = found;
        return found;
    }

    public void Dispose()
    {
        foreach (var assembly in _known.Values)
            assembly.Dispose();
        _known.Clear();
    }
}

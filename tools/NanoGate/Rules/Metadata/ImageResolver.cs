using Mono.Cecil;

namespace NanoGate.Rules.Metadata;

/// <summary>Finds the assemblies that an image was compiled against: attributes that hold an enum cannot be read without its type.</summary>
/// <param name="imageOf">The image of an assembly by its name, or null.</param>
internal sealed class ImageResolver(Func<string, byte[]?> imageOf) : IAssemblyResolver
{
    private readonly Dictionary<string, AssemblyDefinition> _found = new(StringComparer.Ordinal);

    public AssemblyDefinition Resolve(AssemblyNameReference name) => Resolve(name, new ReaderParameters());

    public AssemblyDefinition Resolve(AssemblyNameReference name, ReaderParameters parameters)
    {
        if (!_found.TryGetValue(name.Name, out var assembly))
        {
            byte[] image = imageOf(name.Name) ?? throw new AssemblyResolutionException(name);
            _found[name.Name] = assembly = AssemblyDefinition.ReadAssembly(new MemoryStream(image), new ReaderParameters { AssemblyResolver = this });
        }

        return assembly;
    }

    public void Dispose()
    {
        foreach (var assembly in _found.Values)
            assembly.Dispose();
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using NanoGate.Api;

namespace NanoGate.References;

/// <summary>
/// The nanoFramework assemblies as the compiler sees them, made from the listings in memory when first asked for.
/// mscorlib is among them: it references nothing and is the core library of everything else.
/// </summary>
public sealed class ReferenceAssemblies(ApiCatalog catalog)
{
    private readonly Dictionary<string, ReferenceAssembly> built = new(StringComparer.Ordinal);

    /// <exception cref="KeyNotFoundException">There is no listing of that name.</exception>
    public ReferenceAssembly this[string assembly]
    {
        get
        {
            lock (built)
                return Get(assembly);
        }
    }

    private ReferenceAssembly Get(string assembly)
    {
        if (built.TryGetValue(assembly, out var known))
            return known;
        var listing = catalog.Assembly(assembly) ?? throw new KeyNotFoundException($"There is no API listing of the assembly {assembly}.");
        return built[assembly] = Compile(listing);
    }

    private ReferenceAssembly Compile(AssemblyListing listing)
    {
        var source = new TypeSource(catalog, listing).Write();
        var compilation = CSharpCompilation.Create(
            listing.Assembly,
            [CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.CSharp10))],
            Closure(listing).Select(name => Get(name).Reference),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, deterministic: true, warningLevel: 0));
        using var image = new MemoryStream();
        var result = compilation.Emit(image, options: new EmitOptions(metadataOnly: true, includePrivateMembers: true, runtimeMetadataVersion: "v4.0.30319"));
        if (!result.Success)
            throw new InvalidDataException($"The API listing of {listing.Assembly} does not compile: "
                + string.Join("; ", result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Take(5)));
        return new(listing.Assembly, source, image.ToArray());
    }

    private IEnumerable<string> Closure(AssemblyListing listing)
        => listing.References.Concat(listing.References.SelectMany(r => Closure(catalog.Assembly(r)
            ?? throw new InvalidDataException($"The API listing of {listing.Assembly} references {r}, which has no listing.")))).Distinct(StringComparer.Ordinal);
}

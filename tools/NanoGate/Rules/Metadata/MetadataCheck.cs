using Microsoft.CodeAnalysis.CSharp;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace NanoGate.Rules.Metadata;

/// <summary>Findings about what compiled: the device would refuse to load it, crash on it or cut it short.</summary>
internal static class MetadataCheck
{
    public static IReadOnlyList<Finding> Findings(CSharpCompilation compilation, byte[] image, byte[] pdb, string projectPath, Func<string, byte[]?> imageOf)
    {
        using var resolver = new ImageResolver(imageOf);
        using var module = ModuleDefinition.ReadModule(new MemoryStream(image), new ReaderParameters
        {
            AssemblyResolver = resolver,
            ReadSymbols = true,
            SymbolStream = new MemoryStream(pdb),
            SymbolReaderProvider = new PortablePdbReaderProvider(),
        });
        var map = new SourceMap(compilation, projectPath);
        return
        [
            .. new TypeUses(map).Findings(module)
                .Concat(new CompilerMadeTypes(map).Findings(module))
                .Concat(new StringLiterals(map).Findings(module))
                .Concat(new StringLoops(map).Findings(module))
                .Distinct(),
        ];
    }
}

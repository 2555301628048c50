using System.Runtime.InteropServices;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace VirtualBoard.Weaving;

/// <summary>
/// Makes the very IL that the compile gate approved run on .NET: types and members are bound to the virtual board's API or to
/// .NET, and what the device does otherwise is done its way.
/// </summary>
/// <param name="apiAssemblies">
/// Paths of the assemblies that hold the nanoFramework API and the engine itself; where two have a type, the first counts.
/// </param>
/// <param name="frameworkDirectory">Where the shared framework lies; by default that of this process.</param>
public sealed class FirmwareWeaver(IReadOnlyList<string> apiAssemblies, string? frameworkDirectory = null)
{
    private readonly string _framework = frameworkDirectory ?? RuntimeEnvironment.GetRuntimeDirectory();

    /// <param name="firmware">All assemblies of one program, in any order.</param>
    /// <returns>The woven assemblies in the same order, and what they need and the virtual board lacks.</returns>
    public WeaveResult Weave(IReadOnlyList<DeviceAssembly> firmware)
    {
        using var known = new AssemblySet(_framework);
        var homes = new TypeHomes(new FrameworkFacades(_framework));
        var replacements = new ReplacementTable();
        var reader = new ReaderParameters { AssemblyResolver = known };
        AssemblyDefinition[] apis = [.. apiAssemblies.Select(path => AssemblyDefinition.ReadAssembly(path, reader))];
        foreach (var api in apis)
        {
            known.Add(api);
            homes.Add(api);
        }

        foreach (var api in apis)
            replacements.Add(api);

        AssemblyDefinition[] woven = [.. firmware.Select(f => Read(f, known))];
        foreach (var assembly in woven)
            known.Add(assembly);

        var log = new FindingLog();
        var names = firmware.Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        var jobs = woven.Select(w => new AssemblyWeaving(w.MainModule, homes, replacements, names)).ToArray();

        // Members can only be judged when all assemblies speak of the same types.
        foreach (var job in jobs)
            job.Retarget();
        foreach (var job in jobs)
            job.Rewrite(log);
        return new WeaveResult(log.Findings.Count == 0 ? [.. woven.Select(Write)] : [], log.Findings);
    }

    private static AssemblyDefinition Read(DeviceAssembly assembly, AssemblySet known) =>
        AssemblyDefinition.ReadAssembly(new MemoryStream(assembly.Image), new ReaderParameters
        {
            AssemblyResolver = known,
            ReadSymbols = true,
            SymbolReaderProvider = new PortablePdbReaderProvider(),
            SymbolStream = new MemoryStream(assembly.Symbols),
        });

    private static WovenAssembly Write(AssemblyDefinition assembly)
    {
        using var image = new MemoryStream();
        using var symbols = new MemoryStream();
        assembly.Write(image, new WriterParameters
        {
            DeterministicMvid = true,
            Timestamp = 0,
            WriteSymbols = true,
            SymbolWriterProvider = new PortablePdbWriterProvider(),
            SymbolStream = symbols,
        });
        return new WovenAssembly(assembly.Name.Name, image.ToArray(), symbols.ToArray());
    }
}

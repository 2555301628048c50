using Mono.Cecil;
using NanoGate.Api;
using NanoGate.Projects;
using NanoGate.References;
using NanoGate.Rules;
using NanoGate.Rules.Code;
using NanoGate.Rules.Metadata;
using NanoGate.Rules.Structure;

namespace NanoGate;

/// <summary>The device is the judge, and this speaks for it: what passes compiles for, loads on and runs on nanoFramework.</summary>
public static class Gate
{
    private static readonly Lazy<ApiCatalog> Listings = new(ApiCatalog.Load);
    private static readonly Lazy<ReferenceAssemblies> Assemblies = new(() => new(Listings.Value));

    /// <summary>Compiles and checks the projects and those they reference.</summary>
    /// <param name="nfprojPaths">Paths of .nfproj files, in any order.</param>
    public static GateReport Check(params IReadOnlyList<string> nfprojPaths) => Check(stamp: null, nfprojPaths);

    /// <inheritdoc cref="Check(IReadOnlyList{string})"/>
    /// <param name="stamp">The version to compile in; null for the one that stands in the source.</param>
    public static GateReport Check(VersionStamp? stamp, IReadOnlyList<string> nfprojPaths)
    {
        IReadOnlyList<NfProject> projects;
        try
        {
            projects = ProjectOrder.Of(nfprojPaths);
        }
        catch (InvalidDataException e)
        {
            return new([], [ProjectFindings.Unreadable(e)]);
        }

        var done = new Dictionary<string, CompiledProject>(StringComparer.Ordinal);
        foreach (var project in projects)
            done[project.Path] = Check(project, done, stamp);
        return new([.. projects.Select(p => done[p.Path])], []);
    }

    private static CompiledProject Check(NfProject project, Dictionary<string, CompiledProject> done, VersionStamp? stamp)
    {
        var siblings = project.ProjectReferences.Select(r => done[r.Path]).ToList();
        var findings = ProjectCheck.Findings(project, [.. siblings.Select(s => s.Project)], Listings.Value).ToList();
        if (siblings.Find(s => s.Image is null) is { } broken)
        {
            findings.Add(RuleBook.DependencyBroken.At(project.Path, 1, 1, broken.AssemblyName));
            return new(project, null, null, Measure(project, null), findings);
        }

        var compilation = new DeviceCompiler(Assemblies.Value, stamp).Prepare(project, siblings.Select(s => s.Image!), name => Listings.Value.Assembly(name) is not null);
        var (image, pdb, errors) = DeviceCompiler.Emit(compilation, project.Path);
        findings.AddRange(errors);
        findings.AddRange(CodeCheck.Findings(compilation));
        if (image is not null && pdb is not null)
            findings.AddRange(MetadataCheck.Findings(compilation, image, pdb, project.Path, name => ImageOf(name, siblings)));
        return new(project, image, pdb, Measure(project, image), findings);
    }

    private static byte[]? ImageOf(string assembly, List<CompiledProject> siblings) =>
        siblings.Find(s => s.AssemblyName == assembly)?.Image
        ?? (Listings.Value.Assembly(assembly) is null ? null : Assemblies.Value[assembly].Image);

    private static CodeSize Measure(NfProject project, byte[]? image)
    {
        if (image is null)
            return new(project.Compile.Count, 0, 0, 0);
        using var module = ModuleDefinition.ReadModule(new MemoryStream(image));
        var types = module.GetTypes().Where(t => t.Name != "<Module>").ToList();
        var methods = types.SelectMany(t => t.Methods).ToList();
        return new(project.Compile.Count, types.Count, methods.Count, methods.Where(m => m.HasBody).Sum(m => m.Body.CodeSize));
    }
}

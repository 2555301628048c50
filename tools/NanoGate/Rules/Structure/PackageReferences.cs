using NanoGate.Api;
using NanoGate.Projects;

namespace NanoGate.Rules.Structure;

/// <summary>References, packages.config and the pins of Packages.json agree.</summary>
internal static class PackageReferences
{
    public static IEnumerable<Finding> Findings(NfProject project, ApiCatalog catalog)
    {
        var entries = PackagesConfig.Read(project.PackagesConfig);
        return References(project, entries, catalog).Concat(Entries(project, entries, catalog));
    }

    private static IEnumerable<Finding> References(NfProject project, IReadOnlyList<PackageEntry> entries, ApiCatalog catalog)
    {
        foreach (var reference in project.References)
        {
            if (catalog.Assembly(reference.Name) is null && !catalog.Packages.Any(p => p.IsTool(reference.Name)))
                yield return RuleBook.ReferenceWithoutListing.At(project.Path, reference.Line, 1, reference.Name);
            if (Fault(project, reference, entries, catalog) is { } fault)
                yield return RuleBook.ReferenceWithoutPackage.At(project.Path, reference.Line, 1, $"{reference.Name}, {fault}");
        }
    }

    private static string? Fault(NfProject project, AssemblyReference reference, IReadOnlyList<PackageEntry> entries, ApiCatalog catalog)
    {
        if (reference.HintPath is not { } hint)
            return "which has no HintPath";
        var tail = hint[Math.Max(0, hint.LastIndexOf("packages" + Path.DirectorySeparatorChar, StringComparison.Ordinal))..];
        var owner = entries.FirstOrDefault(e => tail == e.LibraryPath(reference.Name, ".dll") || tail == e.LibraryPath(reference.Name, ".exe"));
        if (owner is null)
            return $"whose HintPath {hint} belongs to no package of packages.config";
        if (catalog.Package(owner.Id)?.Holds(reference.Name) == false)
            return $"which is not in the package {owner.Id}";
        var root = RepositoryRoot.Find(project.Directory);
        return File.Exists(Path.Combine(root, "Appliance.sln")) && Path.GetFullPath(Path.Combine(project.Directory, hint)) != Path.Combine(root, tail)
            ? "whose HintPath does not lead to the packages folder beside Appliance.sln" : null;
    }

    private static IEnumerable<Finding> Entries(NfProject project, IReadOnlyList<PackageEntry> entries, ApiCatalog catalog)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in entries)
        {
            if (!seen.Add(entry.Id))
                yield return RuleBook.PackagePinned.At(project.PackagesConfig, entry.Line, 1, $"{entry.Id} stands here twice");
            if (catalog.Package(entry.Id) is not { } pin)
                yield return RuleBook.PackagePinned.At(project.PackagesConfig, entry.Line, 1, $"{entry.Id} is not in Packages.json");
            else if (pin.Version != entry.Version)
                yield return RuleBook.PackagePinned.At(project.PackagesConfig, entry.Line, 1, $"{entry.Id} is {entry.Version}, pinned is {pin.Version}");
            if (entry.TargetFramework != "netnano1.0")
                yield return RuleBook.TargetFramework.At(project.PackagesConfig, entry.Line, 1, $"{entry.Id} has targetFramework {entry.TargetFramework ?? "missing"}");
        }
    }
}

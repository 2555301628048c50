using NanoGate.Api;
using NanoGate.Projects;

namespace NanoGate.Rules.Structure;

/// <summary>Everything that a referenced assembly needs is referenced as well.</summary>
internal static class Dependencies
{
    public static IEnumerable<Finding> Findings(NfProject project, IReadOnlyList<NfProject> siblings, ApiCatalog catalog)
    {
        var has = Names(project, siblings).ToHashSet(StringComparer.Ordinal);
        if (!has.Contains("mscorlib"))
            yield return RuleBook.DependencyMissing.At(project.Path, 1, 1, "mscorlib is not referenced");
        foreach (var reference in project.References)
            foreach (var need in catalog.Assembly(reference.Name)?.References ?? [])
                if (!has.Contains(need))
                    yield return RuleBook.DependencyMissing.At(project.Path, reference.Line, 1, $"{reference.Name} needs {need}");
        foreach (var sibling in siblings)
            foreach (var need in sibling.References.Select(r => r.Name).Where(n => !has.Contains(n)))
                yield return RuleBook.DependencyMissing.At(
                    project.Path, project.ProjectReferences.FirstOrDefault(r => r.Path == sibling.Path)?.Line ?? 1, 1, $"{sibling.AssemblyName} needs {need}");
    }

    private static IEnumerable<string> Names(NfProject project, IEnumerable<NfProject> siblings)
        => project.References.Select(r => r.Name).Concat(siblings.Select(s => s.AssemblyName));
}

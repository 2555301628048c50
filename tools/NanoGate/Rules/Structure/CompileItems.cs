using NanoGate.Projects;

namespace NanoGate.Rules.Structure;

/// <summary>Compile items equal the .cs files on disk.</summary>
internal static class CompileItems
{
    private static readonly string[] Skipped = ["bin", "obj", "packages"];

    public static IEnumerable<Finding> Findings(NfProject project)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in project.Compile)
        {
            var name = Path.GetRelativePath(project.Directory, item.Path);
            if (!seen.Add(item.Path) || name.Contains('*'))
                yield return RuleBook.CompileTwice.At(project.Path, item.Line, 1, name);
            else if (!File.Exists(item.Path))
                yield return RuleBook.CompileWithoutFile.At(project.Path, item.Line, 1, name);
        }

        foreach (var file in Sources(project.Directory).Order(StringComparer.Ordinal).Where(f => !seen.Contains(f)))
            yield return RuleBook.FileWithoutCompile.At(file, 1, 1, Path.GetRelativePath(project.Directory, file));
    }

    /// <summary>The sources below a directory; a directory with a project of its own belongs to that one.</summary>
    private static IEnumerable<string> Sources(string directory) => Directory.EnumerateFiles(directory, "*.cs").Concat(
        from child in Directory.EnumerateDirectories(directory)
        where !Skipped.Contains(Path.GetFileName(child), StringComparer.OrdinalIgnoreCase) && !Directory.EnumerateFiles(child, "*.*proj").Any()
        from file in Sources(child)
        select file);
}

using System.Xml.Linq;

namespace NanoGate.Projects;

/// <summary>What a .nfproj says, in its Release configuration. Paths are absolute.</summary>
public sealed record NfProject(string Path, XDocument Document)
{
    public required string AssemblyName { get; init; }

    /// <summary>Exe or Library.</summary>
    public required string OutputType { get; init; }

    /// <summary>As written; the project system would take 9.0 where it is missing.</summary>
    public string? LangVersion { get; init; }

    public IReadOnlyList<string> Defines { get; init; } = [];
    public bool AllowUnsafe { get; init; }
    public bool IsTest { get; init; }
    public required IReadOnlyList<CompileItem> Compile { get; init; }
    public required IReadOnlyList<AssemblyReference> References { get; init; }
    public required IReadOnlyList<ProjectReference> ProjectReferences { get; init; }

    public string Directory => System.IO.Path.GetDirectoryName(Path)!;
    public string PackagesConfig => System.IO.Path.Combine(Directory, "packages.config");
    public bool IsExecutable => OutputType.Equals("Exe", StringComparison.OrdinalIgnoreCase);
}

namespace NanoGate.Projects;

/// <summary>A line of packages.config.</summary>
public sealed record PackageEntry(string Id, string Version, string? TargetFramework, bool IsDevelopmentDependency, int Line)
{
    /// <summary>Where the restore puts the assembly, from the packages folder on.</summary>
    public string LibraryPath(string assembly, string extension) => Path.Combine("packages", $"{Id}.{Version}", "lib", assembly + extension);
}

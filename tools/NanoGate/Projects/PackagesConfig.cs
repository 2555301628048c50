namespace NanoGate.Projects;

/// <summary>Reads packages.config.</summary>
public static class PackagesConfig
{
    /// <summary>The entries in order; none when the file is missing.</summary>
    /// <exception cref="InvalidDataException">The file is no XML.</exception>
    public static IReadOnlyList<PackageEntry> Read(string path) => !File.Exists(path) ? [] :
    [
        .. NfProjectReader.Load(path).Root!.Elements().Where(e => e.Name.LocalName == "package").Select(e => new PackageEntry(
            e.Attribute("id")?.Value ?? "", e.Attribute("version")?.Value ?? "", e.Attribute("targetFramework")?.Value,
            e.Attribute("developmentDependency")?.Value == "true", NfProjectReader.Line(e))),
    ];
}

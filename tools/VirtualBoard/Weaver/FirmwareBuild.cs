using NanoGate;

namespace VirtualBoard.Weaving;

/// <summary>Takes .nfproj projects through the compile gate and the weaver.</summary>
public static class FirmwareBuild
{
    /// <param name="projects">Paths of .nfproj files; what they reference comes along.</param>
    /// <exception cref="InvalidOperationException">The gate refuses a project; the message holds its findings.</exception>
    public static IReadOnlyList<DeviceAssembly> Compile(IReadOnlyList<string> projects)
    {
        var report = Gate.Check(projects);
        return report.Passed
            ? ToAssemblies(report)
            : throw new InvalidOperationException(string.Join(Environment.NewLine, report.Findings));
    }

    /// <summary>Writes the woven assemblies and their symbols, or every finding in the form of a compiler.</summary>
    /// <returns>The exit code: 0 if there was nothing to find.</returns>
    internal static int Run(WeaverOptions options, TextWriter console)
    {
        var report = Gate.Check(options.Version is { Length: > 0 } version ? new VersionStamp(version) : null, options.Projects);
        foreach (var finding in report.Findings)
            console.WriteLine(finding);
        if (!report.Passed)
            return 1;

        var result = new FirmwareWeaver(options.Api).Weave(ToAssemblies(report));
        foreach (var finding in result.Findings)
            console.WriteLine(finding);
        if (result.Findings.Count > 0)
            return 1;

        Directory.CreateDirectory(options.Output);
        foreach (var assembly in result.Assemblies)
        {
            File.WriteAllBytes(Path.Combine(options.Output, assembly.Name + ".dll"), assembly.Image);
            File.WriteAllBytes(Path.Combine(options.Output, assembly.Name + ".pdb"), assembly.Symbols);
        }

        return 0;
    }

    private static DeviceAssembly[] ToAssemblies(GateReport report) =>
        [.. report.Projects.Select(p => new DeviceAssembly(p.AssemblyName, p.Image!, p.Pdb!))];
}

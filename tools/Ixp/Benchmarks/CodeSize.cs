using NanoGate;

namespace Ixp.Benchmarks;

/// <summary>Size of the firmware's code as the device build compiles it.</summary>
internal static class CodeSize
{
    private static readonly string[] Projects = ["firmware/Core/Core.nfproj", "firmware/Drivers/Drivers.nfproj", "firmware/App/App.nfproj"];

    /// <returns>Bytes of IL in the method bodies of each assembly, and of all.</returns>
    public static IEnumerable<(string Assembly, int Bytes)> OfFirmware()
    {
        string root = RepositoryRoot.Find(AppContext.BaseDirectory);
        var report = Gate.Check([.. Projects.Select(p => Path.Combine(root, p))]);
        int total = 0;
        foreach (var project in report.Projects)
        {
            total += project.Size.IlBytes;
            yield return (project.AssemblyName, project.Size.IlBytes);
        }

        yield return ("all", total);
    }
}

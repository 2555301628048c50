using NanoGate;

namespace Ixp.Benchmarks;

/// <summary>Size of the firmware's code as the device build compiles it.</summary>
internal static class CodeSize
{
    private static readonly string[] Projects = ["firmware/Core/Core.nfproj", "firmware/Drivers/Drivers.nfproj", "firmware/App/App.nfproj"];

    /// <returns>Bytes of IL in the method bodies of each assembly and of all, and about how many it has as device image.</returns>
    public static IEnumerable<(string Assembly, int Il, int Image)> OfFirmware()
    {
        string root = RepositoryRoot.Find(AppContext.BaseDirectory);
        var report = Gate.Check([.. Projects.Select(p => Path.Combine(root, p))]);
        var sizes = report.Projects.Select(p => (p.AssemblyName, p.Size.IlBytes, Image: ImageEstimate.Of(p.Image!))).ToList();
        return [.. sizes, ("all", sizes.Sum(s => s.IlBytes), sizes.Sum(s => s.Image))];
    }
}

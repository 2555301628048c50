namespace NanoGate;

/// <summary>Finds the repository around a directory and the device projects in it.</summary>
public static class RepositoryRoot
{
    private static readonly string[] Skipped = ["bin", "obj", "packages", ".git", ".vs"];

    /// <summary>The nearest directory upwards with Appliance.sln or .git; the directory itself where there is none.</summary>
    public static string Find(string start)
    {
        for (var d = new DirectoryInfo(start); d is not null; d = d.Parent)
            if (File.Exists(Path.Combine(d.FullName, "Appliance.sln")) || Path.Exists(Path.Combine(d.FullName, ".git")))
                return d.FullName;
        return Path.GetFullPath(start);
    }

    /// <summary>All .nfproj files below, without build output and packages.</summary>
    public static IEnumerable<string> DeviceProjects(string root)
        => Directory.EnumerateFiles(root, "*.nfproj", SearchOption.AllDirectories)
            .Where(f => !Path.GetRelativePath(root, f).Split(Path.DirectorySeparatorChar).Any(Skipped.Contains))
            .Order(StringComparer.Ordinal);
}

using System.Diagnostics;
using NanoGate;
using Xunit;

namespace Tools.Tests.Repository;

/// <summary>The working copy that these tests were built from.</summary>
internal static class Checkout
{
    private static readonly string[] Output = ["bin", "obj", "packages", ".git", ".vs"];

    public static string Root { get; } = RepositoryRoot.Find(AppContext.BaseDirectory);

    /// <summary>Files of that ending outside build output, relative to the root, with forward slashes.</summary>
    public static IEnumerable<string> Files(string pattern) => Directory.EnumerateFiles(Root, pattern, SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/'))
        .Where(f => !f.Split('/').Any(Output.Contains))
        .Order(StringComparer.Ordinal);

    /// <summary>What git knows, relative to the root; skips the test where this is no working copy of git.</summary>
    public static IReadOnlyList<string> Committed()
    {
        Assert.SkipUnless(Path.Exists(Path.Combine(Root, ".git")), "not a working copy of git");
        var start = new ProcessStartInfo("git", ["-C", Root, "ls-files", "-z"]) { RedirectStandardOutput = true };
        using var git = Process.Start(start)!;
        var names = git.StandardOutput.ReadToEnd().Split('\0', StringSplitOptions.RemoveEmptyEntries);
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
        return names;
    }
}

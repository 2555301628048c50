using System.ComponentModel;
using System.Diagnostics;
using Ixp.Commands;

namespace Ixp.Enroll;

/// <summary>No secret is written where the next commit would take it along.</summary>
internal static class GitGuard
{
    private const int Ignored = 0;
    private const int NotIgnored = 1;

    /// <exception cref="CommandLineException">A file lies in a work tree of git that does not ignore it, or it cannot be told.</exception>
    public static void Refuse(IEnumerable<string> files)
    {
        foreach (string file in files)
        {
            string folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
            if (!IsInWorkTree(folder))
                continue;
            int answer = Run(Existing(folder), file);
            if (answer is NotIgnored)
                throw new CommandLineException($"{file}: git does not ignore it, and secrets do not belong there. Add a line for it to .gitignore, such as {Pattern(file)}, or choose a place outside the repository.");
            if (answer is not Ignored)
                throw new CommandLineException($"{file}: lies below a folder .git, and git cannot tell whether it ignores it; see what git status says there, or choose a place outside the repository.");
        }
    }

    private static string Pattern(string file) => file switch
    {
        _ when file.EndsWith(".secrets.json", StringComparison.Ordinal) => "*.secrets.json",
        _ when file.EndsWith(".key", StringComparison.Ordinal) => "*.key",
        _ => Path.GetFileName(file),
    };

    private static bool IsInWorkTree(string? folder)
    {
        for (; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (Path.Exists(Path.Combine(folder, ".git")))
                return true;
        }

        return false;
    }

    /// <summary>The nearest folder that is there already.</summary>
    private static string Existing(string folder) => Directory.Exists(folder) ? folder : Existing(Path.GetDirectoryName(folder)!);

    private static int Run(string folder, string file)
    {
        try
        {
            var start = new ProcessStartInfo("git", ["-C", folder, "check-ignore", "--quiet", "--", Path.GetRelativePath(folder, Path.GetFullPath(file))])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var git = Process.Start(start)!;
            git.StandardOutput.ReadToEnd();
            git.WaitForExit();
            return git.ExitCode;
        }
        catch (Win32Exception e)
        {
            throw new CommandLineException($"{file}: lies in a work tree of git, and git, which knows whether it is ignored, cannot be started: {e.Message}. Install git, or choose a place outside the repository.");
        }
    }
}

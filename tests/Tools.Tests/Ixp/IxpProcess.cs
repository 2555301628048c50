using System.Diagnostics;
using Xunit;

namespace Tools.Tests.Ixp;

/// <summary>The command line as a program of its own.</summary>
internal static class IxpProcess
{
    /// <returns>Exit code and what was written, with line ends of one character.</returns>
    public static async Task<(int Code, string Output, string Error)> Run(params string[] arguments)
    {
        string program = Path.Combine(AppContext.BaseDirectory, "ixp.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["exec", program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, (await output).ReplaceLineEndings("\n"), (await error).ReplaceLineEndings("\n"));
    }
}

using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Ixp.Flash;

/// <summary>The program nanoff on this PC.</summary>
/// <param name="program">Its name, or where it is.</param>
public sealed partial class Nanoff(string program)
{
    private const string Install = "dotnet tool install -g nanoff";

    /// <summary>There is one, and it is new enough.</summary>
    /// <param name="oldest">The oldest that will do.</param>
    /// <exception cref="FlashException">There is none, or it is too old.</exception>
    public async Task Check(string oldest, CancellationToken cancellation)
    {
        var result = await Run(new NanoffCall().With("--version"), _ => { }, cancellation);
        if (result.Output.Any(l => l.Contains("install or update .NET", StringComparison.Ordinal)))
            throw new FlashException("nanoff needs the runtime of .NET 8, which this PC does not have", "Install it: winget install Microsoft.DotNet.Runtime.8 (elsewhere the package dotnet-runtime-8.0)");
        var found = result.Output.Select(line => Number().Match(line)).FirstOrDefault(m => m.Success);
        if (result.ExitCode != 0 || found is null)
            throw new FlashException($"{program} does not tell its version, so it may not be nanoff", $"Install it: {Install}");
        if (Version.Parse(found.Groups[1].Value) < Version.Parse(oldest))
            throw new FlashException($"nanoff is {found.Groups[1].Value}, and has to be {oldest} at least", "Update it: dotnet tool update -g nanoff");
    }

    /// <param name="line">Gets each line that it writes, as it writes it.</param>
    /// <exception cref="FlashException">There is no such program.</exception>
    public async Task<NanoffResult> Run(NanoffCall call, Action<string> line, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(program, call.Arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        using var process = Start(start);
        process.StandardInput.Close();
        var lines = new List<string>();

        // By its end, reading ends: a read of a pipe need not heed a cancellation.
        using (cancellation.Register(() => process.Kill(entireProcessTree: true)))
        {
            await Task.WhenAll(Collect(process.StandardOutput), Collect(process.StandardError));
            await process.WaitForExitAsync(CancellationToken.None);
        }

        cancellation.ThrowIfCancellationRequested();
        return new NanoffResult(process.ExitCode, lines);

        async Task Collect(StreamReader reader)
        {
            while (await reader.ReadLineAsync(CancellationToken.None) is { } text)
            {
                lock (lines)
                    lines.Add(text);
                line(text);
            }
        }
    }

    private Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new FlashException($"there is no program {program} on this PC", $"Install it: {Install} - then open a new terminal, so that it is found.");
        }
    }

    [GeneratedRegex(@"^nanoff (\d+\.\d+\.\d+)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}

using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace Tools.Tests.Ixp.Card;

/// <summary>A browser without a window, as a volunteer would print with.</summary>
internal static partial class Chromium
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    /// <summary>The program, or null where there is none.</summary>
    public static string? Program { get; } = (
        from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        from name in Names
        let file = Path.Combine(folder, name)
        where File.Exists(file)
        select file).FirstOrDefault();

    /// <returns>The document after its scripts have run.</returns>
    public static async Task<string> Document(string html) => await Run(html, (_, page) => ["--dump-dom", page]);

    /// <returns>How many pages it prints.</returns>
    public static async Task<int> Pages(string html)
    {
        string pdf = "";
        await Run(html, (folder, page) => [$"--print-to-pdf={Path.Combine(folder, "card.pdf")}", "--no-pdf-header-footer", page], folder => pdf = File.ReadAllText(Path.Combine(folder, "card.pdf"), Encoding.Latin1));
        return PageOfPdf().Count(pdf);
    }

    private static async Task<string> Run(string html, Func<string, string, string[]> task, Action<string>? take = null)
    {
        Assert.SkipWhen(Program is null, "There is no chromium in PATH; install it to see the card rendered.");
        string folder = Directory.CreateTempSubdirectory("card").FullName;
        try
        {
            string page = Path.Combine(folder, "card.html");
            await File.WriteAllTextAsync(page, html, TestContext.Current.CancellationToken);
            string output = await Start([
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", $"--user-data-dir={Path.Combine(folder, "profile")}",
                .. task(folder, "file://" + page)]);
            take?.Invoke(folder);
            return output;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string> Start(string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Program!, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var error = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            Assert.True(process.ExitCode == 0, await error);
            return await output;
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    [GeneratedRegex(@"/Type\s*/Page\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex PageOfPdf();
}

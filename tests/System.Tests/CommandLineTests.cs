using System.Diagnostics;
using Ixp.Running;

namespace SystemTests;

/// <summary>The command as a newcomer types it.</summary>
public sealed class CommandLineTests
{
    [Fact]
    public async Task PlainRunShowsTelemetryAndEndsWithACompleteAccount()
    {
        var (code, output, error) = await Ixp("run", "--plain", "--seconds", "12");

        Assert.True(code == 0, output + error);
        Assert.Contains("probe/switch1", output, StringComparison.Ordinal);
        Assert.Contains("\"inlet_c\":", output, StringComparison.Ordinal);
        Assert.EndsWith("complete", output.TrimEnd(), StringComparison.Ordinal);
        Assert.DoesNotContain("NOT complete", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MistakeInASiteFileIsExplainedWithItsPath()
    {
        string file = Path.GetTempFileName();
        await File.WriteAllTextAsync(
            file,
            (await File.ReadAllTextAsync(SiteFolder.Demonstration, TestContext.Current.CancellationToken)).Replace("\"period_s\": 2, \"pulses\"", "\"puls\"", StringComparison.Ordinal)
                .Replace("\"pulses\": 2", "\"pulsse\": 2", StringComparison.Ordinal),
            TestContext.Current.CancellationToken);
        var (code, _, error) = await Ixp("run", "--plain", "--site", file);
        File.Delete(file);

        Assert.Equal(2, code);
        Assert.Contains("sensors[5].pulsse: is not known here; did you mean 'pulses'?", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--board", "no-such-board", "There is no board 'no-such-board'")]
    [InlineData("--fault", "no-such-fault", "There is no fault 'no-such-fault'")]
    [InlineData("--broker", "here:99999", "write host:port")]
    public async Task WrongOptionIsExplained(string option, string value, string expected)
    {
        var (code, _, error) = await Ixp("run", "--plain", option, value);

        Assert.Equal(2, code);
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output, string Error)> Ixp(params string[] arguments)
    {
        string program = Path.Combine(AppContext.BaseDirectory, "ixp.dll");
        var start = new ProcessStartInfo("dotnet", ["exec", program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await error);
    }
}

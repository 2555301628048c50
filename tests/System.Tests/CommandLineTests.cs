using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
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
    public async Task FaultsOfARunAreSeenInItAfterTheyHaveBegun()
    {
        var (code, output, error) = await Ixp(
            "run", "--rack", "full", "--plain", "--seconds", "24",
            "--fault", "door-open@12", "--fault", "mains-lost@12", "--fault", "sensor-lost:ambient@12", "--fault", "bus-shorted@12", "--fault", "fan-stopped:2@12");

        Assert.True(code == 0, output + error);
        AssertFollows(output, "\"door_open\":0,", "\"door_open\":1,");
        AssertFollows(output, "\"grid_present\":1,", "\"grid_present\":0,");
        AssertFollows(output, "\"ambient_c\":", "\"ambient_ok\":0");
        AssertFollows(output, "\"inlet_c\":", "\"inlet_ok\":0");
        AssertFollows(output, "\"exhaust_switch1_c\":", "\"exhaust_switch1_ok\":0");

        // A fan coasts to a halt.
        var speeds = Regex.Matches(output, "\"fan2_rpm\":([0-9]+),").Select(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture)).ToList();
        Assert.True(speeds[^1] < speeds[0] / 2, string.Join(' ', speeds));
        Assert.Matches("\"fan1_rpm\":[1-9][0-9]{3},[^\n]*\"fan2_rpm\":[0-9]{1,3},", output);
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

    [Fact]
    public async Task CardOfASiteIsWrittenInItsLanguage()
    {
        string file = Path.GetTempFileName();
        var (code, _, error) = await Ixp("card", "--board", "olimex-esp32-poe-iso", "--site", SiteFolder.Demonstration, "--lang", "sw", "--paper", "a6", "--out", file);
        string html = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        File.Delete(file);

        Assert.True(code == 0, error);
        Assert.Contains("<html lang=\"sw\" dir=\"ltr\">", html, StringComparison.Ordinal);
        Assert.Contains("size: A6 portrait", html, StringComparison.Ordinal);
        Assert.Contains("demo-rack1", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--lang", "tlh", "sw")]
    [InlineData("--paper", "a7", "a6")]
    [InlineData("--board", "no-such-board", "There is no board 'no-such-board'")]
    [InlineData("--out", "/no/such/folder/card.html", "/no/such/folder")]
    public async Task WrongOptionOfACardIsExplained(string option, string value, string expected)
    {
        string[] options = ["--board", "virtual", "--out", Path.Combine(Path.GetTempPath(), "never-written.html")];
        var (code, _, error) = await Ixp(["card", .. options.Chunk(2).Where(o => o[0] != option).SelectMany(o => o), option, value]);

        Assert.NotEqual(0, code);
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    /// <summary>The one stands in the output, and behind it the other.</summary>
    private static void AssertFollows(string output, string before, string after)
    {
        int at = output.IndexOf(before, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{before} is not in: {output}");
        Assert.True(output.IndexOf(after, at, StringComparison.Ordinal) > at, $"{after} does not follow in: {output}");
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

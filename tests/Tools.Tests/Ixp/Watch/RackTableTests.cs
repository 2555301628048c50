using Ixp.Watch;
using Spectre.Console;
using Xunit;

namespace Tools.Tests.Ixp.Watch;

/// <summary>The table as the NOC sees it.</summary>
public sealed class RackTableTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_795_247_000);

    private static readonly RackState[] Racks =
    [
        new("demo", "rack1") { IsOnline = true, Boot = "power", Newest = Now.AddSeconds(-12), Lost = 0, Thinned = 3, Firmware = "1.0.0", Board = "virtual" },
        new("demo", "rack2") { IsOnline = false, AwaySince = Now.AddHours(-30), Newest = Now.AddHours(-31) },
        new("abuja", "rack1")
        {
            IsOnline = true,
            Boot = "config",
            Alarms = new Dictionary<string, StandingAlarm>
            {
                ["inlet_c"] = new("inlet_c", 3, "critical", "inlet is too hot: 36.2 °C, limit 34 °C", Now.AddMinutes(-5)),
                ["mains"] = new("mains", 2, "warning", "the mains are gone", null),
            },
        },
    ];

    [Fact]
    public void The_worst_stands_first()
    {
        string[] lines = [.. Lines(new RackFilter()).Where(l => l.Contains('/', StringComparison.Ordinal))];

        Assert.Collection(
            lines,
            l => Assert.Matches(@"abuja/rack1 .* online \(config\) .* 3 inlet_c: inlet is too hot: 36\.2 °C, limit 34 °C .* 5min .* 2 ", l),
            l => Assert.Matches(@"demo/rack2 .* away 1d 6h .* 1d 7h ", l),
            l => Assert.Matches(@"demo/rack1 .* online \(power\) .* 12s .* 0\+3 .* virtual 1\.0\.0", l));
    }

    [Theory]
    [InlineData("DEMO", 0, 2)]
    [InlineData("abuja/", 0, 1)]
    [InlineData("too hot", 0, 1)]
    [InlineData("mains", 0, 1)]
    [InlineData("rack1", 0, 2)]
    [InlineData("", 3, 1)]
    [InlineData("", 4, 0)]
    [InlineData("demo", 1, 0)]
    public void The_filter_shows(string text, int severity, int count) =>
        Assert.Equal(count, Lines(new RackFilter(text, severity)).Count(l => l.Contains("/rack", StringComparison.Ordinal)));

    [Fact]
    public void What_has_no_room_is_counted() => Assert.Contains(
        "1 of 2 racks online, 0 with alarms; 2 shown".Replace("1 of 2", "10 of 10", StringComparison.Ordinal).Replace("2 shown", "10 shown, 4 more below", StringComparison.Ordinal),
        Lines(new RackFilter(), [.. Enumerable.Range(0, 10).Select(i => Racks[0] with { Device = $"r{i}" })], rows: 6)[0], StringComparison.Ordinal);

    [Fact]
    public void In_a_narrow_terminal_the_alarm_gives_way()
    {
        string[] lines = Lines(new RackFilter(), width: 110);
        Assert.Contains(lines, l => l.Contains("abuja/rack1 ", StringComparison.Ordinal) && l.Contains(" 3 inlet_c: ", StringComparison.Ordinal) && l.Contains('…', StringComparison.Ordinal) && l.Contains(" 5min ", StringComparison.Ordinal));
        Assert.Equal(3, lines.Count(l => l.Contains("/rack", StringComparison.Ordinal)));
        Assert.All(lines, l => Assert.True(l.TrimEnd().Length <= 110, l));
    }

    private static string[] Lines(RackFilter filter, RackState[]? racks = null, int rows = 20, int width = 160)
    {
        using var output = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(output) });
        console.Profile.Width = width;
        console.Write(RackTable.Make(racks ?? Racks, filter, "connected", width, rows, Now));
        return output.ToString().Split('\n');
    }
}

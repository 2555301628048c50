using Ixp.Flash;
using SystemTests.Support;

namespace SystemTests;

/// <summary>By its own words on the debug port, whoever has flashed a board sees that it runs, and as what.</summary>
public sealed class RunningLineTests
{
    [Fact]
    public async Task DeviceSaysThatItRunsForWhoeverComesLater()
    {
        var lines = new List<string>();
        var site = TestSite.Read() with { ReportSeconds = 5, Targets = [], Ports = [], Sensors = [.. TestSite.Read().Sensors.Where(s => s.Name is "inlet")] };
        await using var run = await VirtualRun.Start(site, TestSite.Board, s => s.Board.ConsoleLine += lines.Add);
        await run.Run(TimeSpan.FromMinutes(2));

        RunningLine[] said = [.. lines.Select(RunningLine.Parse).OfType<RunningLine>()];
        Assert.InRange(said.Length, 7, 8);
        Assert.All(said, line => Assert.Equal((TestSite.Board.Image, 1), (line.Image, line.Session)));
        Assert.All(said, line => Assert.Equal((string)run.Last("meta")["firmware"]!, line.Version));
    }
}

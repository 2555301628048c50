using System.Globalization;
using Ixp.Running;
using Ixp.Sites;

namespace Ixp.Benchmarks;

/// <summary>What the firmware costs on the demonstration rack: figures for the budgets of the design.</summary>
internal static class RackBenchmark
{
    private const int WarmUpSeconds = 120;
    private const int MeasuredSeconds = 600;
    private const int TelemetryMinutes = 10;

    public static async Task Run(TextWriter output, CancellationToken cancellation)
    {
        var site = SiteFile.Read(SiteFolder.Demonstration);
        var board = BoardFile.Read(SiteFolder.Boards, site.Board);
        output.WriteLine($"{site.Sensors.Count} sensors and {site.Targets.Count} targets on the {board.Title}, a report of each group every {site.ReportSeconds} s");

        foreach (var (assembly, bytes) in CodeSize.OfFirmware())
            output.WriteLine(Line($"IL of {assembly}", bytes, "bytes"));

        var tick = TickAllocation.Measure(site, board, WarmUpSeconds, MeasuredSeconds);
        output.WriteLine(Line("allocated by readings", tick.Readings / (double)MeasuredSeconds, "bytes a tick of 1 s, on .NET"));
        output.WriteLine(Line("allocated by reports", tick.Reports / (double)MeasuredSeconds, "bytes a tick of 1 s, on .NET"));

        var traffic = await Traffic.Measure(site, board, TimeSpan.FromMinutes(TelemetryMinutes), cancellation);
        output.WriteLine(Line("published", traffic.Messages / (double)TelemetryMinutes, "messages a minute"));
        output.WriteLine(Line("published", traffic.Bytes / (double)TelemetryMinutes, "bytes of payload a minute"));
    }

    private static string Line(string what, double value, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{what,-32} {value,10:0.#} {unit}");
}

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
    private const int Alarms = 60;

    public static async Task Run(TextWriter output, CancellationToken cancellation)
    {
        var site = SiteFile.Read(SiteFolder.Demonstration);
        var board = BoardFile.Read(SiteFolder.Boards, site.Board);
        output.WriteLine($"{site.Sensors.Count} sensors and {site.Targets.Count} targets on the {board.Title}, a report of each group every {site.ReportSeconds} s");

        foreach (var (assembly, il, image) in CodeSize.OfFirmware())
        {
            output.WriteLine(Line($"IL of {assembly}", il, "bytes"));
            output.WriteLine(Line("  as device image, about", image, "bytes"));
        }

        WriteLiveData(output, site, board);
        var tick = TickCost.Measure(site, board, WarmUpSeconds, MeasuredSeconds);
        output.WriteLine(Line("allocated by readings", tick.ReadingBytes / (double)MeasuredSeconds, "bytes a tick of 1 s, on .NET"));
        output.WriteLine(Line("allocated by reports", tick.ReportBytes / (double)MeasuredSeconds, "bytes a tick of 1 s, on .NET"));

        var alarms = AlarmCost.Measure(Alarms, MeasuredSeconds);
        output.WriteLine(Line($"allocated by {Alarms} alarms", alarms.Bytes / (double)MeasuredSeconds, $"bytes a tick of 1 s, on .NET, with {alarms.Changes} changes in {MeasuredSeconds} s"));

        var traffic = await Traffic.Measure(site, board, TimeSpan.FromMinutes(TelemetryMinutes), cancellation);
        output.WriteLine(Line("published", traffic.Messages / (double)TelemetryMinutes, "messages a minute"));
        output.WriteLine(Line("published", traffic.Bytes / (double)TelemetryMinutes, "bytes of payload a minute"));
        WriteSensors(output, SiteFile.Read(SiteFolder.Full));
        OfflineDay.Run(output, site, board);
        await Reachability.Run(output, site, board, cancellation);
    }

    private static void WriteLiveData(TextWriter output, Site site, Board board)
    {
        var (bytes, objects) = LiveData.Measure(site, board);
        output.WriteLine(Line($"kept in {objects} objects, about", bytes, "bytes of the managed heap"));
    }

    /// <summary>Each kind of sensor on the rack that has them all.</summary>
    private static void WriteSensors(TextWriter output, Site site)
    {
        var board = BoardFile.Read(SiteFolder.Boards, site.Board);
        var tick = TickCost.Measure(site, board, WarmUpSeconds, MeasuredSeconds);
        output.WriteLine();
        output.WriteLine($"{site.Sensors.Count} sensors on the {board.Title}, {MeasuredSeconds} s of virtual time; a tick is 1 s");
        WriteLiveData(output, site, board);
        output.WriteLine("kind        drivers  metrics  readings  bytes a reading  longest step  time a tick");
        foreach (var cost in tick.Sensors)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{cost.Kind,-11} {cost.Drivers,7} {cost.Metrics,8} {cost.Readings,9} {cost.Bytes / (double)Math.Max(1, cost.Readings),16:0.#} {cost.LongestMicros / 1000.0,10:0.00} ms {Tick(cost.Micros),8:0.00} ms"));
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{"all",-11} {tick.Sensors.Sum(c => c.Drivers),7} {tick.Sensors.Sum(c => c.Metrics),8} {tick.Sensors.Sum(c => c.Readings),9} {tick.ReadingBytes / (double)tick.Sensors.Sum(c => c.Readings),16:0.#} {tick.Sensors.Max(c => c.LongestMicros) / 1000.0,10:0.00} ms {Tick(tick.Sensors.Sum(c => c.Micros)),8:0.00} ms"));
    }

    private static double Tick(long micros) => micros / 1000.0 / MeasuredSeconds;

    private static string Line(string what, double value, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{what,-32} {value,10:0.#} {unit}");
}

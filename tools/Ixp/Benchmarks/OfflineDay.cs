using System.Globalization;
using Ixp.Running;
using Ixp.Sites;
using VirtualBoard.Running;

namespace Ixp.Benchmarks;

/// <summary>What a day without a broker costs the flash, in virtual time.</summary>
internal static class OfflineDay
{
    private const int ReportSeconds = 60;
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public static void Run(TextWriter output, Site site, Board board)
    {
        // Nobody listens there, and a refusal is quick.
        site = site with { Targets = [], Ports = [], Sensors = [.. site.Sensors.Where(s => s.Text("target") is null)], ReportSeconds = ReportSeconds };
        site = site.At(("127.0.0.1", 9));
        using var time = TimeBase.Virtual();
        using var rack = new VirtualSite(site, board, time);
        rack.Boot();
        time.RunFor(TimeSpan.FromMinutes(20));
        long erased = Erased(rack);
        long bytes = Bytes(rack);
        time.RunFor(Day);
        double days = Day.TotalDays;
        output.WriteLine();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"a day without a broker, {site.Sensors.Sum(s => s.Keys.Count)} metrics and those of the appliance, a report of each group every {ReportSeconds} s: the journal grows by {(Bytes(rack) - bytes) / days / 1024:0.0} KiB, the flash erases {(Erased(rack) - erased) / days:0} blocks of its {rack.Board.Flash.Erases.Count}"));
        WriteCodec(output, rack);
    }

    private static void WriteCodec(TextWriter output, VirtualSite rack)
    {
        var recorded = new MemoryJournal();
        foreach (string file in JournalFiles(rack))
        {
            byte[] content = rack.Board.Flash.ReadFile(file);
            recorded.Append(int.Parse(Path.GetFileName(file), CultureInfo.InvariantCulture), content, content.Length);
        }

        rack.Board.Run(() => JournalCodec.Run(output, recorded));
    }

    private static long Erased(VirtualSite rack) => rack.Board.Flash.Erases.Sum(e => (long)e);

    private static long Bytes(VirtualSite rack) => JournalFiles(rack).Sum(f => (long)rack.Board.Flash.ReadFile(f).Length);

    private static IEnumerable<string> JournalFiles(VirtualSite rack) =>
        rack.Board.Flash.Files.Where(f => f.StartsWith("ixp/journal/", StringComparison.Ordinal));
}

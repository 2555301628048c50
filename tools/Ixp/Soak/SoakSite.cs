using Ixp.Running;
using Ixp.Sites;

namespace Ixp.Soak;

/// <summary>
/// The rack that soaks: the full one with a report a minute, on little flash, so that an outage of two days is thinned already.
/// No LED, no targets, and no sensors that are looked at many times a second: they would take most of the time.
/// </summary>
public static class SoakSite
{
    private const int Seconds = 60;
    private const int StorageKib = 128;

    /// <exception cref="SiteException">The examples are not beside this program.</exception>
    public static (Site Site, Board Board) Read()
    {
        var site = SiteFile.Read(SiteFolder.Full);
        return (
            site with
            {
                Broker = site.Broker with { KeepAliveSeconds = 600 },
                ReportSeconds = Seconds,
                Sensors = [.. site.Sensors.Where(s => s.Kind.Name is not ("loop" or "contact" or "fan") || s.Name is "grid" or "door").Select(s => s with { PeriodSeconds = Seconds })],
                Targets = [],
                Ports = [],
            },
            WithLittle(BoardFile.Read(SiteFolder.Boards, site.Board)) with { LedPin = null });
    }

    private static Board WithLittle(Board board) => board with
    {
        Flash = board.Flash with { Sizes = [.. board.Flash.Sizes.Select(s => s with { StorageKib = StorageKib })] },
    };
}

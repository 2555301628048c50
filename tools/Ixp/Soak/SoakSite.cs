using Ixp.Running;
using Ixp.Sites;

namespace Ixp.Soak;

/// <summary>The rack that soaks: some of the demonstration's sensors and one target, a report a minute, and no LED, whose blinking takes most of the time.</summary>
public static class SoakSite
{
    private const int Seconds = 60;

    /// <exception cref="SiteException">The examples are not beside this program.</exception>
    public static (Site Site, Board Board) Read()
    {
        var site = SiteFile.Read(SiteFolder.Demonstration);
        return (
            site with
            {
                Broker = site.Broker with { KeepAliveSeconds = 600 },
                ReportSeconds = Seconds,
                Sensors = [.. site.Sensors.Where(s => s.Name is "inlet" or "ambient" or "door").Select(s => s with { PeriodSeconds = Seconds })],
                Targets = [.. site.Targets.Where(t => t.Name is "switch1").Select(t => t with { PeriodSeconds = Seconds })],
                Ports = [],
            },
            BoardFile.Read(SiteFolder.Boards, site.Board) with { LedPin = null });
    }
}

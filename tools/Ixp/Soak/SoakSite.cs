using Ixp.Running;
using Ixp.Sites;

namespace Ixp.Soak;

/// <summary>The rack that soaks: some of the demonstration's sensors, a report a minute. No LED and no targets: blinking and probing would take most of the time.</summary>
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
                Targets = [],
                Ports = [],
            },
            BoardFile.Read(SiteFolder.Boards, site.Board) with { LedPin = null });
    }
}

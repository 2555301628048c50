using Ixp.Sites;
using SystemTests.Support;

namespace SystemTests.Faults;

/// <summary>Small sites on which hours of faults pass in seconds.</summary>
internal static class FaultSite
{
    /// <summary>Two sensors and a switch, a report of each every half a minute; no LED, whose blinking takes most of the time.</summary>
    public static Site Small { get; } = TestSite.Read() with
    {
        Broker = new BrokerEntry("127.0.0.1", 1883, KeepAliveSeconds: 30),
        ReportSeconds = 30,
        Sensors = [.. TestSite.Read().Sensors.Where(s => s.Name is "inlet" or "door").Select(s => s with { PeriodSeconds = 5 })],
        Targets = [.. TestSite.Read().Targets.Where(t => t.Name is "switch1").Select(t => t with { PeriodSeconds = 30 })],
        Ports = [],
    };

    public static Board Board { get; } = TestSite.Board with { LedPin = null };
}

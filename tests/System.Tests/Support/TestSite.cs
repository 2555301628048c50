using Ixp.Running;
using Ixp.Sites;

namespace SystemTests.Support;

/// <summary>The example sites as tests run them.</summary>
internal static class TestSite
{
    public static Site Read() => SiteFile.Read(SiteFolder.Demonstration);

    public static Board Board { get; } = BoardFile.Read(SiteFolder.Boards, "olimex-esp32-poe-iso");

    /// <summary>The rack with every kind of sensor, as it stands in the examples, but nothing to probe.</summary>
    public static Site Full { get; } = SiteFile.Read(SiteFolder.Full) with { Targets = [] };

    /// <summary>The board of the full rack.</summary>
    public static Board FullBoard { get; } = BoardFile.Read(SiteFolder.Boards, "virtual");

    /// <summary>
    /// The demonstration site, in a hurry: everything each second, so that a test need not wait. What is asked of a switch or a
    /// UPS is left out, so that a test can take other targets.
    /// </summary>
    /// <param name="device">Another device of the same site.</param>
    public static Site At(string host, int port, string device = "demo-rack1") => Read() with
    {
        Device = device,
        Broker = new BrokerEntry(host, port, KeepAliveSeconds: 5),
        ReportSeconds = 1,
        Sensors = [.. Read().Sensors.Where(s => s.Text("target") is null).Select(s => s with { PeriodSeconds = 1 })],
        Ports = [],
        Targets = [.. Read().Targets.Select(t => t with
        {
            PeriodSeconds = 1,
            TimeoutMs = 500,
            Port = t.Kind is "tcp" ? port : t.Port,
        })],
    };
}

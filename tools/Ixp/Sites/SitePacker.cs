using System.Globalization;
using Ixp.Sites.Alarms;
using Ixp.Sites.Ports;
using Ixp.Sites.Secrets;
using Ixp.Sites.Sensors;
using Ixp.Sites.Targets;

namespace Ixp.Sites;

/// <summary>Makes the device's configuration out of a site and its board.</summary>
public static class SitePacker
{
    /// <returns>Content of <c>I:\ixp\site.conf</c>.</returns>
    /// <exception cref="SiteException">A value does not fit the device.</exception>
    public static byte[] Pack(Site site, Board board)
    {
        var config = new ConfigWriter()
            .Line("site", ("name", site.Name), ("device", site.Device))
            .Line("broker", ("host", site.Broker.Host), ("port", Text(site.Broker.Port)), ("keepalive", Text(site.Broker.KeepAliveSeconds)), ("tls", site.Broker.CaFile is null ? null : "1"))
            .Line("report", ("period", Text(site.ReportSeconds)))
            .Line(
                "board",
                ("name", board.Name),
                ("network", board.HasEthernet ? null : "wifi"),
                ("led", Text(board.LedPin)),
                ("led_rgb", board.LedIsRgb ? "1" : null),
                ("led_red", Text(board.LedPins?.Red)),
                ("led_amber", Text(board.LedPins?.Amber)),
                ("led_green", Text(board.LedPins?.Green)),
                ("led_low", board.LedIsActiveLow ? "1" : null),
                ("button", Text(board.ButtonPin)),
                ("button_low", board.ButtonIsActiveLow ? "1" : null),
                ("journal_kib", Text(board.JournalKib)),
                ("watchdog", Text(board.WatchdogPin)));
        if (site.TimeServers.Count > 0 || site.UtcOffsetMinutes != 0)
        {
            config.Line(
                "time",
                [
                    .. site.TimeServers.Select((s, i) => ($"server{i + 1}", (string?)s)),
                    ("utc_offset_min", site.UtcOffsetMinutes != 0 ? Text(site.UtcOffsetMinutes) : null),
                ]);
        }

        if (site.Network is { } network)
            config.Line("network", ("address", network.Address), ("mask", network.Mask), ("gateway", network.Gateway), ("dns", network.Dns));

        foreach (var (function, pin) in board.Functions)
            config.Line("pin", ("gpio", Text(pin)), ("function", function));
        foreach (var sensor in site.Sensors)
            config.Line("sensor", SensorPacker.Values(sensor, board, site));
        foreach (var target in site.Targets)
            config.Line("target", TargetPacker.Values(target));
        foreach (var port in site.Ports)
            config.Line("port", PortPacker.Values(port));
        foreach (var alarm in AlarmPlan.Lines(site))
            config.Line("alarm", alarm);
        return config.ToBytes();
    }

    /// <returns>Content of <c>I:\ixp\secrets.conf</c>.</returns>
    /// <exception cref="SiteException">A value does not fit the device.</exception>
    public static byte[] PackSecrets(SiteSecrets secrets)
    {
        var config = new ConfigWriter().Line("broker", ("password", secrets.BrokerPassword));
        foreach (var (name, community) in secrets.Communities())
            config.Line("snmp", ("name", name), ("community", community));
        return config.ToBytes();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}

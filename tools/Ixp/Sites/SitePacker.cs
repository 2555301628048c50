using System.Globalization;

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
            .Line("broker", ("host", site.Broker.Host), ("port", Text(site.Broker.Port)), ("keepalive", Text(site.Broker.KeepAliveSeconds)))
            .Line("report", ("period", Text(site.ReportSeconds)))
            .Line(
                "board",
                ("name", board.Name),
                ("led", board.LedPin is { } led ? Text(led) : null),
                ("led_low", board.LedIsActiveLow ? "1" : null));
        if (site.TimeServers.Count > 0)
            config.Line("time", site.TimeServers.Select((s, i) => ($"server{i + 1}", (string?)s)));
        if (site.Network is { } network)
            config.Line("network", ("address", network.Address), ("mask", network.Mask), ("gateway", network.Gateway), ("dns", network.Dns));

        foreach (var (function, pin) in board.Functions)
            config.Line("pin", ("gpio", Text(pin)), ("function", function));
        foreach (var sensor in site.Sensors)
            config.Line("sensor", Values(sensor));
        foreach (var target in site.Targets)
        {
            config.Line(
                "target",
                ("kind", target.Kind),
                ("name", target.Name),
                ("host", target.Host),
                ("port", target.Port > 0 ? Text(target.Port) : null),
                ("period", Text(target.PeriodSeconds)),
                ("timeout_ms", Text(target.TimeoutMs)));
        }

        return config.ToBytes();
    }

    /// <returns>Content of <c>I:\ixp\secrets.conf</c>.</returns>
    public static byte[] PackSecrets(string brokerPassword) =>
        new ConfigWriter().Line("broker", ("password", brokerPassword)).ToBytes();

    private static IEnumerable<(string Name, string? Value)> Values(SensorEntry sensor)
    {
        yield return ("kind", sensor.Kind.Name);
        yield return ("name", sensor.Name);
        yield return ("group", sensor.Group);
        yield return ("period", Text(sensor.PeriodSeconds));
        foreach (var value in Wiring(sensor))
            yield return value;
        foreach (var ((suffix, limit), value) in sensor.Limits)
            yield return ($"{suffix}_{limit}", Fixed(sensor, suffix, limit, value));
    }

    private static IEnumerable<(string Name, string? Value)> Wiring(SensorEntry sensor) => sensor.Kind.Name switch
    {
        "ds18b20" => [("rom", sensor.Rom)],
        "sht4x" => [("bus", Text(sensor.Bus)), ("address", Text(sensor.Address!.Value))],
        "ina226" => [("bus", Text(sensor.Bus)), ("address", Text(sensor.Address!.Value)), ("shunt_uohm", Text(sensor.ShuntMicroohm))],
        "pzem004t" => [("com", Text(sensor.Com)), ("slave", Text(sensor.Slave))],
        "fan" => [("gpio", Text(sensor.Pin!.Value)), ("pulses", Text(sensor.Pulses))],
        "contact" => [("gpio", Text(sensor.Pin!.Value)), ("high", sensor.ClosedIsNormal ? "1" : "0"), ("hold_ms", Text(sensor.HoldMs))],
        _ => throw new InvalidOperationException($"No wiring is known for {sensor.Kind.Name}."),
    };

    /// <summary>The limit in the fixed point of its metric.</summary>
    private static string Fixed(SensorEntry sensor, string suffix, string limit, decimal value)
    {
        decimal scaled = value * (decimal)Math.Pow(10, sensor.Kind.Decimals[suffix]);
        return scaled == decimal.Truncate(scaled) && Math.Abs(scaled) < 1e15m
            ? ((long)scaled).ToString(CultureInfo.InvariantCulture)
            : throw new SiteException(
                $"{sensor.Name}: {limit} {value} has more decimals than {sensor.Name}_{suffix}, which has {sensor.Kind.Decimals[suffix]}.");
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

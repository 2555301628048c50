using System.Net;
using System.Net.Sockets;

namespace Ixp.Sites;

/// <summary>Reads site files.</summary>
public static class SiteFile
{
    private static readonly string[] Groups = ["power", "climate", "cooling", "security"];

    /// <summary>No quantity of a rack is greater, and with its decimals it fits the device's 64 bits.</summary>
    private const decimal LimitBound = 1_000_000_000;

    /// <exception cref="SiteException">The file is not right.</exception>
    public static Site Read(string file) => Read(JsonObjectReader.Open(file));

    internal static Site Read(JsonObjectReader json)
    {
        var site = new Site
        {
            Name = Level(json, "site"),
            Device = Level(json, "device"),
            Board = json.Text("board"),
            Broker = Broker(json.Object("broker") ?? throw json.Error("broker", "is missing.")),
            TimeServers = TimeServers(json.Object("time")),
            Network = Network(json.Object("network")),
            ReportSeconds = json.Number("report_s", 1, 3600, 60),
            Sensors = [.. json.Objects("sensors").Select(Sensor)],
            Targets = [.. json.Objects("targets").Select(Target)],
        };
        json.RefuseUnknown();
        RefuseTwice(json, "sensors", site.Sensors.Select(s => s.Name));
        RefuseTwice(json, "targets", site.Targets.Select(t => t.Name));
        return site;
    }

    private static BrokerEntry Broker(JsonObjectReader json)
    {
        var broker = new BrokerEntry(
            json.Text("host") is { Length: > 0 } host ? host : throw json.Error("host", "is empty; give the broker's name or IPv4 address."),
            json.Number("port", 1, 65535, 1883),
            json.Number("keepalive_s", 5, 3600, 30));
        json.RefuseUnknown();
        return broker;
    }

    private static IReadOnlyList<string> TimeServers(JsonObjectReader? json)
    {
        var servers = json?.Texts("servers") ?? [];
        json?.RefuseUnknown();
        return servers.Count <= 2 ? servers : throw json!.Error("servers", "the device asks two servers at the most.");
    }

    private static NetworkEntry? Network(JsonObjectReader? json)
    {
        if (json is null)
            return null;
        string gateway = Address(json, "gateway");
        var network = new NetworkEntry(
            Address(json, "address"), Address(json, "mask"), gateway, json.Has("dns") ? Address(json, "dns") : gateway);
        json.RefuseUnknown();
        return network;
    }

    private static SensorEntry Sensor(JsonObjectReader json)
    {
        string kindName = json.OneOf("kind", [.. SensorKind.All.Select(k => k.Name)]);
        var kind = SensorKind.All.First(k => string.Equals(k.Name, kindName, StringComparison.Ordinal));
        foreach (string key in kind.Required)
        {
            if (!json.Has(key))
                throw json.Error(key, $"is missing; a {kind.Name} needs it.");
        }

        var sensor = new SensorEntry
        {
            Kind = kind,
            Name = Level(json, "name"),
            Group = json.OneOf("group", Groups),
            PeriodSeconds = json.Number("period_s", 1, 3600, 5),
            Rom = Rom(json),
            Bus = json.Number("bus", 1, 2, 1),
            Address = json.Hex("address", 0x08, 0x77),
            ShuntMicroohm = json.Number("shunt_microohm", 1, 100_000_000, 1),
            Com = json.Number("com", 2, 3, 2),
            Slave = json.Number("slave", 1, 247, 1),
            Pin = json.Has("pin") ? json.Number("pin", 0, 48) : null,
            Pulses = json.Number("pulses", 1, 8, 2),
            ClosedIsNormal = json.Flag("closed_is_normal", true),
            HoldMs = json.Number("hold_ms", 0, 60_000, 30),
            Limits = Limits(json.Object("limits"), kind),
        };
        json.RefuseUnknown();
        return sensor;
    }

    private static Dictionary<(string Suffix, string Limit), decimal> Limits(JsonObjectReader? json, SensorKind kind)
    {
        var limits = new Dictionary<(string Suffix, string Limit), decimal>();
        foreach (string suffix in json?.Keys() ?? [])
        {
            if (!kind.Decimals.ContainsKey(suffix))
                throw json!.Error(suffix, $"a {kind.Name} measures no such unit; it has {string.Join(", ", kind.Decimals.Keys)}.");
            var values = json!.Object(suffix)!;
            foreach (string name in LimitCheck.Names.Where(values.Has))
                limits[(suffix, name)] = Limit(values, name, kind.Decimals[suffix]);
            values.RefuseUnknown();
        }

        return limits;
    }

    private static decimal Limit(JsonObjectReader json, string name, int decimals)
    {
        decimal limit = json.Decimal(name, LimitBound);
        return limit == decimal.Round(limit, decimals)
            ? limit
            : throw json.Error(name, FormattableString.Invariant($"{limit} is finer than the sensor, which has {decimals} decimals."));
    }

    private static TargetEntry Target(JsonObjectReader json)
    {
        string kind = json.OneOf("kind", ["icmp", "tcp"]);
        var target = new TargetEntry(
            kind,
            Level(json, "name"),
            Address(json, "host"),
            kind is "tcp" ? json.Number("port", 1, 65535) : 0,
            json.Number("period_s", 1, 3600, 10),
            json.Number("timeout_ms", 50, 30_000, 2000));
        json.RefuseUnknown();
        return target;
    }

    private static string Level(JsonObjectReader json, string key)
    {
        string text = json.Text(key);
        bool isLevel = text.Length is >= 1 and <= 32 && text.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_' or '-');
        return isLevel ? text : throw json.Error(key, $"'{text}' cannot stand in a topic; take 1 to 32 characters of a-z, 0-9, _ and -.");
    }

    private static string Address(JsonObjectReader json, string key)
    {
        string text = json.Text(key);
        return IPAddress.TryParse(text, out var address) && address.AddressFamily == AddressFamily.InterNetwork && text.Split('.').Length == 4
            ? text
            : throw json.Error(key, $"'{text}' is no IPv4 address such as 192.0.2.1.");
    }

    private static string? Rom(JsonObjectReader json)
    {
        if (!json.Has("rom"))
            return null;
        string text = json.Text("rom");
        return text.Length == 16 && text.StartsWith("28", StringComparison.Ordinal) && text.All(char.IsAsciiHexDigit)
            ? text.ToLowerInvariant()
            : throw json.Error("rom", $"'{text}' is no ROM code of a DS18B20: 16 hexadecimal digits, beginning with 28.");
    }

    private static void RefuseTwice(JsonObjectReader json, string key, IEnumerable<string> names)
    {
        var twice = names.GroupBy(n => n, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1);
        if (twice is not null)
            throw json.Error(key, $"'{twice.Key}' stands there twice; give each a name of its own.");
    }
}

using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Ixp.Sites.Ports;
using Ixp.Sites.Sensors;
using Ixp.Sites.Targets;

namespace Ixp.Sites;

/// <summary>Reads site files.</summary>
public static partial class SiteFile
{
    /// <summary>What can stand between two slashes of a topic.</summary>
    internal const string LevelPattern = "^[a-z0-9_-]{1,32}$";

    /// <summary>Where brokers listen without TLS, and with it.</summary>
    internal const int PlainPort = 1883;
    internal const int TlsPort = 8883;

    /// <exception cref="SiteException">The file is not right.</exception>
    public static Site Read(string file) => Read(JsonObjectReader.Open(file));

    /// <exception cref="SiteException">The file is not right; tells all that is wrong.</exception>
    internal static Site Read(JsonObjectReader json)
    {
        var site = Parse(json);
        json.Finish();
        return site;
    }

    /// <returns>What could be read; what is wrong is noted in the reader.</returns>
    internal static Site Parse(JsonObjectReader json)
    {
        var (servers, offset) = Time(json.Object("time"));
        var site = new Site
        {
            Name = Level(json, "site"),
            Device = Level(json, "device"),
            Title = json.Has("title") ? json.Text("title", TitleForm(), "1 to 60 characters on one line") : null,
            NocPhone = json.Has("noc_phone") ? json.Text("noc_phone", PhoneForm(), "a phone number: 3 to 32 digits, spaces and + ( ) . / -") : null,
            Board = json.Text("board"),
            Broker = Broker(json.Needed("broker")),
            TimeServers = servers,
            UtcOffsetMinutes = offset,
            Network = Network(json.Object("network")),
            WifiName = WifiName(json.Object("wifi")),
            AltitudeMetres = json.Number("altitude_m", -500, 5000, 0),
            ReportSeconds = json.Number("report_s", 1, 3600, 60),
            Sensors = [.. json.Objects("sensors").Select(SensorReader.Read)],
            Targets = [.. json.Objects("targets").Select(TargetReader.Read)],
            Ports = [.. json.Objects("ports").Select(PortReader.Read)],
        };
        json.RefuseUnknown();
        RefuseTwice(json, "sensors", [.. site.Sensors.Select(s => s.Name)]);
        RefuseTwice(json, "targets", [.. site.Targets.Select(t => t.Name)]);
        RefuseTwice(json, "ports", [.. site.Ports.Select(p => p.Name)]);
        return site with { IsWhole = json.Findings.Count == 0 };
    }

    private static BrokerEntry Broker(JsonObjectReader json)
    {
        string? authorities = Authorities(json.Object("tls"));
        var broker = new BrokerEntry(
            json.Text("host", t => t.Length > 0, _ => "is empty", "give the broker's name or IPv4 address"),
            json.Number("port", 1, 65535, authorities is null ? PlainPort : TlsPort),
            json.Number("keepalive_s", 5, 3600, 30),
            authorities);
        json.RefuseUnknown();
        return broker;
    }

    private static string? Authorities(JsonObjectReader? json)
    {
        string? file = json?.FilePath("ca_file");
        json?.RefuseUnknown();
        return file;
    }

    private static string? WifiName(JsonObjectReader? json)
    {
        if (json is null)
            return null;
        string name = json.Text("ssid", t => Encoding.UTF8.GetByteCount(t) is >= 1 and <= 32, t => $"is '{t}'", "give 1 to 32 bytes of UTF-8, as a Wi-Fi network's name has");
        json.RefuseUnknown();
        return name;
    }

    private static (IReadOnlyList<string> Servers, int Offset) Time(JsonObjectReader? json)
    {
        if (json is null)
            return ([], 0);
        var servers = json.Texts("servers");
        int offset = json.Number("utc_offset_min", -720, 840, 0);
        json.RefuseUnknown();
        if (servers.Count > 2)
            json.Refuse("servers", $"there are {servers.Count}", "the device asks two servers at the most");
        return (servers, offset);
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

    internal static string Level(JsonObjectReader json, string key) =>
        json.Text(key, IsLevel, t => $"'{t}' cannot stand in a topic", "take 1 to 32 characters of a-z, 0-9, _ and -");

    /// <summary>The key of a metric, or the name of something: of the form alone.</summary>
    internal static string Key(JsonObjectReader json, string key) => json.Text(
        key,
        IsKey,
        t => $"'{t}' is no key of a metric and no name",
        "take 1 to 64 characters of a-z, 0-9, _ and -");

    internal static bool IsKey(string text) => text.Length is >= 1 and <= 64 && text.All(IsLevelCharacter);

    internal static bool IsLevel(string text) =>
        text.Length is >= 1 and <= 32 && text.All(IsLevelCharacter);

    private static bool IsLevelCharacter(char c) => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_' or '-';

    internal static string Address(JsonObjectReader json, string key) => json.Text(
        key,
        t => IPAddress.TryParse(t, out var address) && address.AddressFamily == AddressFamily.InterNetwork && t.Split('.').Length == 4,
        t => $"'{t}' is no IPv4 address",
        "give one such as 192.0.2.1");

    private static void RefuseTwice(JsonObjectReader json, string key, IReadOnlyList<string> names)
    {
        var seen = new HashSet<string>([""], StringComparer.Ordinal);
        for (int i = 0; i < names.Count; i++)
        {
            if (names[i].Length > 0 && !seen.Add(names[i]))
                json.Refuse($"{key}[{i}].name", $"'{names[i]}' stands there twice", "give each a name of its own");
        }
    }

    [GeneratedRegex("^[^\\u0000-\\u001f]{1,60}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TitleForm();

    [GeneratedRegex("^[0-9+ ()./-]{3,32}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PhoneForm();
}

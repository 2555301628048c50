using System.Globalization;
using System.Text.Json.Nodes;
using Appliance.Core.Config;
using FsCheck;
using FsCheck.Fluent;
using Ixp.Sites;
using Xunit;
using static Tools.Tests.Ixp.Samples;

namespace Tools.Tests.Ixp;

/// <summary>Whatever targets and ports a site file holds, the device is told what the file gives and the defaults that it does not have itself.</summary>
public class ReachabilityPackerProperties
{
    private static readonly Dictionary<string, (int? Port, string[] Own)> Kinds = new()
    {
        ["icmp"] = (22, []),
        ["tcp"] = (null, ["banner"]),
        ["bgp"] = (179, []),
        ["http"] = (80, ["path", "vhost"]),
        ["dns"] = (53, ["query", "type"]),
        ["snmp"] = (161, ["community", "poll_s"]),
    };

    private static readonly string[] Judgement = ["slow_ms", "loss_pct", "attempts", "flap_start_pct", "flap_stop_pct"];

    /// <summary>What the device is told where the file gives nothing.</summary>
    private static readonly Dictionary<string, string> Told = new() { ["period_s"] = "10", ["timeout_ms"] = "2000", ["path"] = "/", ["type"] = "A", ["community"] = "default", ["poll_s"] = "30" };

    private static readonly Dictionary<string, string> PackedAs = new() { ["period_s"] = "period", ["poll_s"] = "poll" };

    private static readonly Gen<string> Printable = Text(' ', '~', 64);

    private static readonly Dictionary<string, Gen<JsonNode>> Values = new()
    {
        ["port"] = Number(1, 65535),
        ["period_s"] = Number(1, 3600),
        ["timeout_ms"] = Number(50, 30_000),
        ["slow_ms"] = Number(1, 60_000),
        ["loss_pct"] = Number(1, 100),
        ["attempts"] = Number(1, 10),
        ["flap_start_pct"] = Number(1, 100),
        ["flap_stop_pct"] = Number(0, 99),
        ["banner"] = Node(Printable),
        ["path"] = Node(Text('!', '~', 255).Select(t => "/" + t)),
        ["vhost"] = Node(Text('a', 'z', 63).Select(t => t + ".example.net")),
        ["query"] = Node(Text('A', 'Z', 63).NonEmptyListOf().Select(l => string.Join('.', l.Take(3)) + ".")),
        ["type"] = Node(Gen.Elements("A", "AAAA", "SOA")),
        ["community"] = Node(Text('a', 'z', 32)),
        ["poll_s"] = Number(5, 3600),
        ["parents"] = Text('a', 'z', 32).ListOf().Select(l => (JsonNode)new JsonArray([.. l.Select(t => JsonValue.Create(t))])),
    };

    private static readonly Gen<JsonObject> Targets =
        from kind in Gen.Elements<string>([.. Kinds.Keys])
        from keys in Gen.SubListOf<string>(["port", "period_s", "timeout_ms", "parents", .. Kinds[kind].Own, .. Judgement])
        from values in Gen.CollectToArray(keys.Union(kind is "tcp" ? ["port"] : kind is "dns" ? ["query"] : Array.Empty<string>()), k => Values[k].Select(v => KeyValuePair.Create(k, (JsonNode?)v)))
        select new JsonObject([KeyValuePair.Create("kind", (JsonNode?)kind), KeyValuePair.Create("name", (JsonNode?)"t"), KeyValuePair.Create("host", (JsonNode?)"192.0.2.1"), .. values]);

    private static readonly Gen<JsonObject> Ports =
        from isNamed in Gen.Elements(true, false)
        from place in isNamed ? Node(Printable) : Number(1, int.MaxValue)
        from member in Gen.Elements<bool?>(null, true, false)
        from keys in Gen.Elements<bool?>(null, true, false)
        select new JsonObject(new[]
        {
            KeyValuePair.Create("name", (JsonNode?)"p"),
            KeyValuePair.Create("target", (JsonNode?)"t"),
            KeyValuePair.Create(isNamed ? "if_name" : "if_index", (JsonNode?)place),
            KeyValuePair.Create("member", (JsonNode?)member),
            KeyValuePair.Create("keys", (JsonNode?)keys),
        }.Where(p => p.Value is not null));

    [Fact]
    public void Of_targets() => Prop.ForAll(Targets.ToArbitrary(), json =>
    {
        string kind = (string)json["kind"]!;
        var expected = json.ToDictionary(p => p.Key, p => p.Value is JsonArray list ? string.Join(',', list) : p.Value!.ToString());
        foreach (string key in Kinds[kind].Own.Concat(["period_s", "timeout_ms"]).Where(Told.ContainsKey))
            expected.TryAdd(key, Told[key]);
        if (Kinds[kind].Port is { } port)
            expected.TryAdd("port", port.ToString(CultureInfo.InvariantCulture));
        if (expected.GetValueOrDefault("parents") is "")
            expected.Remove("parents");

        Same(expected.ToDictionary(e => PackedAs.GetValueOrDefault(e.Key, e.Key), e => e.Value), "target", json);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Of_ports() => Prop.ForAll(Ports.ToArbitrary(), json =>
    {
        bool isMember = (bool?)json["member"] ?? true;
        bool hasKeys = (bool?)json["keys"] ?? false;
        var expected = json.ToDictionary(p => p.Key, p => p.Value!.ToString());
        expected["member"] = isMember ? "1" : "0";
        expected["keys"] = hasKeys || !isMember ? "1" : "0";

        Same(expected, "port", json);
    }).QuickCheckThrowOnFailure();

    private static void Same(Dictionary<string, string> expected, string keyword, JsonObject json)
    {
        var site = Read(Changed(ReachableJson, [keyword + "s"], new JsonArray(json.DeepClone()).ToJsonString()));
        var entry = ConfigReader.Read(SitePacker.Pack(site, GoodBoard)).Cast<ConfigEntry>().Single(e => e.Keyword == keyword);
        string[] names = [.. Values.Keys.Select(k => PackedAs.GetValueOrDefault(k, k)), "kind", "name", "host", "target", "if_name", "if_index", "member", "keys"];

        Assert.Equal(expected, names.Where(entry.Has).ToDictionary(n => n, entry.Text));
    }

    private static Gen<string> Text(char low, char high, int most) =>
        Gen.Choose(low, high).Select(c => (char)c).NonEmptyListOf().Select(l => string.Concat(l.Take(most)));

    private static Gen<JsonNode> Number(int low, int high) => Gen.Choose(low, high).Select(n => (JsonNode)n);

    private static Gen<JsonNode> Node(Gen<string> text) => text.Select(t => (JsonNode)t);
}

using System.Text.Json.Nodes;
using Ixp.Commands;
using Ixp.Running;
using Ixp.Sites;
using Ixp.Sites.Secrets;
using Ixp.Sites.Sensors;
using Ixp.Sites.Targets;
using Xunit;
using static Tools.Tests.Ixp.Samples;

namespace Tools.Tests.Ixp;

/// <summary>
/// The schemas that an editor uses and the readers that the tools use are of one mind: over the good file with each value
/// in turn taken away, replaced or put beside others, both accept or both refuse.
/// </summary>
public class SchemaTests
{
    private static readonly string[] Values =
    [
        "null", "true", "-721", "-720", "-1", "0", "1", "2", "3", "4", "5", "8", "9", "30", "48", "49", "50", "248", "247", "3.5", "840", "841", "3600", "3601", "30000", "30001",
        "60000", "60001", "65535", "65536", "100000000", "100000001", "1000000000", "-1000000001", "2147483647", "2147483648",
        "\"\"", "\"x\"", "\"x\\n\"", "\"+1 (555) 010\"", "\"X y\"", "\"name-of-more-than-thirty-two-chars\"", "\"0x07\"", "\"0x08\"", "\"0x77\"", "\"0x78\"", "\"0x4\"", "\"0x1E0000\"",
        "\"192.0.2.1\"", "\"192.0.2.256\"", "\"28139BBB0B00001F\"", "\"28139BBB0B00001F\\n\"", "\"10139bbb0b00001f\"", "\"fan\"", "\"pzem004t\"", "\"tcp\"", "\"icmp\"", "\"dns\"", "\"snmp\"", "\"SOA\"", "\".\"", "\"a.example.\"", "\"a..b\"", "\"/\"", "\"/x y\"", "\"/\\n\"", "\"power\"",
        "\"wifi\"", "\"single\"", "\"three\"", "\"rgb-ws2812\"", "\"hardware\"", "[]", "[1]", "[-1]", "[\"a\",\"b\"]", "[\"a\",\"b\",\"c\"]", "{}", "{\"pin\":5}", "{\"c\":{}}", "{\"rpm\":{}}", "{\"host\":\"x\"}",
        "{\"address\":\"192.0.2.1\",\"mask\":\"255.255.255.0\",\"gateway\":\"192.0.2.2\"}",
    ];

    public static TheoryData<string> Kinds => [.. SensorKind.All.Select(k => k.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Site_schema_and_reader_agree_on_sensors_of_kind(string kind)
    {
        var site = Json(SiteFolder.Full);
        var sensor = site["sensors"]!.AsArray().Concat(ReachableJson["sensors"]!.AsArray()).First(s => (string)s!["kind"]! == kind);
        site["sensors"] = new JsonArray(sensor!.DeepClone());
        site.Remove("targets");
        site["broker"]!["tls"] = JsonNode.Parse("""{ "ca_file": "ca.pem" }""");
        site["wifi"] = JsonNode.Parse("""{ "ssid": "rack hall" }""");
        Agree("site.schema.json", site, json => SiteFile.Read(json));
    }

    [Fact]
    public void Site_schema_and_reader_agree_on_all_else()
    {
        var site = ReachableJson;
        Assert.Equal(TargetKind.All.Select(k => k.Name).Order(), site["targets"]!.AsArray().Select(t => (string)t!["kind"]!).Distinct().Order());
        site.Remove("sensors");
        site["time"] = JsonNode.Parse("""{ "servers": ["192.0.2.3"], "utc_offset_min": -210 }""");
        site["network"] = JsonNode.Parse("""{ "address": "192.0.2.1", "mask": "255.255.255.0", "gateway": "192.0.2.2", "dns": "192.0.2.3" }""");
        Agree("site.schema.json", site, json => SiteFile.Read(json));
    }

    [Fact]
    public void Site_schema_holds_the_kinds_of_sensors_and_targets_as_they_are()
    {
        string file = Path.Combine(SiteFolder.Boards, "site.schema.json");
        Assert.Equal(File.ReadAllText(file), SchemaCommand.Text(file));
    }

    [Theory]
    [InlineData("""{ "kind": "single", "pin": 5, "active_low": true }""")]
    [InlineData("""{ "kind": "rgb-ws2812", "pin": 5 }""")]
    [InlineData("""{ "kind": "three", "red": 5, "amber": 2, "green": 33, "active_low": true }""")]
    public void Board_schema_and_reader_agree_on_a_board_with_LED(string led)
    {
        var board = Json(BoardPath);
        board["led"] = JsonNode.Parse(led);
        foreach (string pin in board["pins"]!.AsObject().Select(p => p.Key).Except(["13", "15", "36"]).ToList())
            board["pins"]!.AsObject().Remove(pin);
        foreach (string list in new[] { "notes", "power" })
            board[list] = new JsonArray(board[list]![0]!.DeepClone());
        Agree("board.schema.json", board, json => BoardFile.Read(json));
    }

    [Fact]
    public void Secrets_schema_and_reader_agree()
    {
        var secrets = JsonNode.Parse("""{ "broker_password": "x", "snmp_communities": { "default": "public", "core": "c0re" }, "client_certificate_file": "rack1.pem", "client_key_file": "rack1.key", "wifi_password": "long enough" }""")!.AsObject();
        Agree("secrets.schema.json", secrets, json => SecretsFile.Read(json), cases: 300);
    }

    private static void Agree(string schemaFile, JsonObject good, Action<JsonObjectReader> read, int cases = 1000)
    {
        var schema = new Schema(Json(Path.Combine(SiteFolder.Boards, schemaFile)));
        var known = new HashSet<(string Path, string Key)>();
        Assert.True(schema.Allows(good));
        Assert.Null(Complaint(good.ToJsonString(), file => Read(JsonObjectReader.Open(file))));
        Assert.Empty(known.Where(k => !schema.HasKey(Steps(k.Path), k.Key)));

        var disagreements = new List<string>();
        int tried = 0;
        foreach (var (what, broken) in Mutants(good, good, schema, []))
        {
            tried++;
            string? complaint = Complaint(broken.ToJsonString(), file => read(JsonObjectReader.Open(file)));
            if (schema.Allows(broken) != complaint is null)
                disagreements.Add($"{what}: the schema {(complaint is null ? "refuses" : "allows")}, the reader says {complaint ?? "nothing"}");
        }

        Assert.Empty(disagreements);
        Assert.True(tried > cases);

        void Read(JsonObjectReader json)
        {
            read(json);
            Collect(json);
        }

        void Collect(JsonObjectReader json)
        {
            known.UnionWith(json.Known.Select(k => (json.Path, k)));
            json.Parts.ForEach(Collect);
        }
    }

    /// <summary>The good file with one mistake, or what may be one, each.</summary>
    private static IEnumerable<(string What, JsonObject Broken)> Mutants(JsonObject good, JsonNode at, Schema schema, string[] path)
    {
        string[] keys = at switch
        {
            JsonObject o => [.. o.Select(p => p.Key).Union(schema.KeysAt(path)).Append("unheard_of").Where(k => k is not "$schema")],
            JsonArray a => [.. Enumerable.Range(0, a.Count).Select(i => $"{i}")],
            _ => [],
        };
        foreach (string key in keys)
        {
            string[] place = [.. path, key];
            foreach (string value in Values)
                yield return ($"{string.Join('.', place)} = {value}", Changed(good, place, value));
            if (at is JsonObject)
                yield return ($"no {string.Join('.', place)}", Changed(good, place, null));
            var child = at is JsonArray list ? list[IndexOf(key)] : at[key];
            if (child is null)
                continue;
            foreach (var deeper in Mutants(good, child, schema, place))
                yield return deeper;
        }
    }

    private static string[] Steps(string path) => path.Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries);
}

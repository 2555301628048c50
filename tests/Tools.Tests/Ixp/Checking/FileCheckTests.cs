using System.Text.Json.Nodes;
using Ixp.Checking;
using Ixp.Commands;
using Ixp.Running;
using Ixp.Sites;
using Xunit;
using static Tools.Tests.Ixp.Samples;

namespace Tools.Tests.Ixp.Checking;

/// <summary>Files that are checked together, and how the command tells it.</summary>
public sealed class FileCheckTests : IDisposable
{
    private const string Canary = "canary-7f3a";

    private readonly string _folder = Directory.CreateTempSubdirectory("file-check-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Mistakes_of_reading_and_of_meaning_at_once_in_the_order_of_the_file()
    {
        string site = Written("site.json", """
            {
              "site": "demo", "device": "rack1", "board": "olimex-esp32-poe-iso",
              "broker": { "host": "broker", "port": 70000 },
              "sensors": [
                { "kind": "contact", "name": "door", "group": "security", "pin": 17 },
                { "kind": "contact", "name": "gate", "group": "security" },
                { "kind": "fan", "name": "fan1", "group": "cooling", "pin": 33, "limits": { "rpm": { "low_critical": 1, "inhibit": "grid_present" } } },
                { "kind": "fan", "name": "fan2", "group": "cooling",
                  "pin": 33 }
              ]
            }
            """);

        Assert.Equal(
            [
                $"{site}:3: broker.port: is 70000; give a whole number from 1 to 65535.",
                $"{site}:5: sensors[0].pin: pin 17 belongs to Ethernet; take another pin.",
                $"{site}:6: sensors[1].pin: is missing, and a contact needs it; add it.",
                $"{site}:9: sensors[3].pin: pin 33 belongs to fan1; take another pin.",
            ],
            Found(site));
    }

    [Theory]
    [InlineData("broker_password", "\"changeme-please\"", "is a placeholder or a word that everybody tries")]
    [InlineData("broker_password", "\"my-password\"", "is a placeholder or a word that everybody tries")]
    [InlineData("broker_password", "\"Kx7-9q\"", "is too short: less than 12 characters, or nearly all the same")]
    [InlineData("broker_password", "\"aaaaaaaaaaaaaaaa\"", "is too short: less than 12 characters, or nearly all the same")]
    [InlineData("broker_password", "\"demo-rack1\"", "is the name of the device or the site")]
    [InlineData("wifi_password", "\"Wm4-hT2zQ9rLsP7\"", "is told, and the site has no wifi")]
    public void Secret_that_is_none(string key, string value, string reason)
    {
        string secrets = Written("secrets.json", $"{{ \"{key}\": {value} }}");

        var finding = Assert.Single(Check(SiteFolder.Demonstration, secrets));
        Assert.Equal((secrets, key, reason, false), (finding.File, finding.Path, finding.Reason, finding.IsWarning));
    }

    [Fact]
    public void Certificate_for_a_site_without_TLS()
    {
        string secrets = Written("secrets.json", """{ "client_certificate_file": "a.pem", "client_key_file": "a.key" }""");

        Assert.Equal(
            [("client_certificate_file", false), ("client_certificate_file", true), ("client_key_file", true)],
            Check(SiteFolder.Demonstration, secrets).Select(f => (f.Path, f.IsWarning)));
    }

    [Fact]
    public void Two_devices_of_one_password_and_one_name()
    {
        string first = Written("a.json", """{ "broker_password": "Wm4-hT2zQ9rLsP7" }""");
        string second = Written("b.json", """{ "broker_password": "Wm4-hT2zQ9rLsP7" }""");
        string copy = Written("copy.json", File.ReadAllText(SiteFolder.Demonstration));

        Assert.Equal(
            [
                $"{copy}:4: device: demo/demo-rack1 is the device of {SiteFolder.Demonstration} as well, and the broker would cut off one of them; give each device a name of its own.",
                $"{second}:1: broker_password: is that of {first} as well: whoever has one device has both; give each device a password of its own.",
            ],
            Found(SiteFolder.Demonstration, copy, first, second));
    }

    [Fact]
    public void Community_that_the_secrets_do_not_have()
    {
        string site = Written("site.json", Changed(Json(SiteFolder.Demonstration), ["targets", "1", "community"], "\"core\"").ToJsonString());
        string secrets = Written("secrets.json", """{ "snmp_communities": { "default": "public" } }""");

        Assert.Equal([$"{site}:1: targets[1].community: {secrets} has no community core; give it there as snmp_communities.core."], Found(site, secrets));
    }

    [Theory]
    [InlineData("{ \"broker\": { \"host\": \"10.1.2.3\", \"tls\": { \"ca_file\": \"ca.pem\" } } }", "broker.tls.ca_file", "time")]
    [InlineData("{ \"broker\": { \"host\": \"b\", \"port\": 1883, \"tls\": { \"ca_file\": \"ca.pem\" } } }", "broker.port", "broker.tls.ca_file")]
    [InlineData("{ \"broker\": { \"host\": \"b\", \"port\": 8883 } }", "broker.port")]
    [InlineData("{ \"broker\": { \"host\": \"192.0.2.9\" } }", "broker.host")]
    public void Worth_a_thought(string change, params string[] paths)
    {
        var site = Json(SiteFolder.Demonstration);
        site["broker"] = JsonNode.Parse(change)!["broker"]!.DeepClone();

        Assert.Equal(paths.Select(p => (p, true)), Check(Written("site.json", site.ToJsonString())).Select(f => (f.Path, f.IsWarning)).Order());
    }

    [Fact]
    public void Board_among_the_files_is_taken_for_the_site()
    {
        string board = Written("mine.json", Changed(Json(BoardPath), ["board"], "\"mine\"").ToJsonString());
        string site = Written("site.json", Changed(Json(SiteFolder.Demonstration), ["board"], "\"mine\"").ToJsonString());

        Assert.Empty(Found(board, site));
    }

    [Fact]
    public void File_of_no_kind() => Assert.StartsWith("is neither a board nor a site nor secrets", Assert.Single(Check(Written("x.json", """{ "hello": 1 }"""))).Reason, StringComparison.Ordinal);

    [Theory]
    [InlineData("{ \"broker_password\": [\"canary-7f3a\"] }")]
    [InlineData("{ \"broker_password\": \"canary-7f3a\" \"x\" }")]
    [InlineData("{ \"broker_password\": \"canary-7f3a\", \"canari\": \"canary-7f3a\" }")]
    public void No_finding_tells_a_secret(string text) => Assert.DoesNotContain(Found(Written("x.json", text)), l => l.Contains(Canary, StringComparison.Ordinal));

    [Fact]
    public async Task Command_tells_of_it_in_words_in_JSON_and_by_its_exit_code()
    {
        string bad = Written("site.json", Changed(Json(SiteFolder.Demonstration), ["sensors", "7", "pin"], "17").ToJsonString());

        var words = Run(false, bad);
        var json = Run(true, bad);
        var good = Run(false, SiteFolder.Demonstration, BoardPath);

        Assert.Equal((1, $"{bad}:1: sensors[7].pin: pin 17 belongs to Ethernet; take another pin.\n1 file: 1 mistake\n"), words);
        Assert.Equal(1, json.Code);
        Assert.Equal(
            $$"""{"file":{{JsonValue.Create(bad).ToJsonString()}},"line":1,"path":"sensors[7].pin","severity":"error","reason":"pin 17 belongs to Ethernet","mend":"take another pin"}""",
            Assert.Single(JsonNode.Parse(json.Output)!.AsArray())!.ToJsonString());
        Assert.Equal((0, "2 files: no mistake\n"), good);
        Assert.Equal(2, await CheckCommand.Create().Parse([Path.Combine(_folder, "nowhere.json")]).InvokeAsync(cancellationToken: TestContext.Current.CancellationToken));
    }

    private static (int Code, string Output) Run(bool isJson, params string[] files)
    {
        using var output = new StringWriter();
        int code = CheckCommand.Run(files, SiteFolder.Boards, null, isJson, output);
        return (code, output.ToString());
    }

    private static IReadOnlyList<Finding> Check(params string[] files) => new FileCheck(SiteFolder.Boards, DateTimeOffset.UnixEpoch).Of(files, null);

    private static IEnumerable<string> Found(params string[] files) => Check(files).Select(f => f.Located);

    private string Written(string name, string text)
    {
        string file = Path.Combine(_folder, name);
        File.WriteAllText(file, text);
        return file;
    }
}

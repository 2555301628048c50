using System.Text;
using System.Text.Json.Nodes;
using Appliance.Core.Config;
using FsCheck;
using FsCheck.Fluent;
using Ixp.Sites;
using Ixp.Sites.Secrets;
using Xunit;
using static Tools.Tests.Ixp.Samples;

namespace Tools.Tests.Ixp;

/// <summary>Secrets reach the device and nobody else.</summary>
public class SecretsTests
{
    private const string Canary = "canary-7f3a";

    private static readonly Gen<string> Passwords =
        from parts in Gen.Elements("a", "Z", " ", "%", "%41", "=", "\n", "ü", "🔌", "\"", "\\").ListOf()
        select string.Concat(parts);

    private static readonly Gen<string> Communities =
        from letters in Gen.Choose(' ', '~').Select(c => (char)c).NonEmptyListOf()
        select string.Concat(letters.Take(64));

    private static readonly Gen<JsonObject> Files =
        from password in Passwords
        from names in Gen.SubListOf("default", "core", "ups", "a-b_9")
        from communities in Communities.ListOf(names.Count)
        select new JsonObject
        {
            ["broker_password"] = password,
            ["snmp_communities"] = new JsonObject(names.Zip(communities, (n, c) => KeyValuePair.Create(n, (JsonNode?)c))),
        };

    [Fact]
    public void Device_reads_what_stands_in_the_file() => Prop.ForAll(Files.ToArbitrary(), file =>
    {
        byte[] packed = [];
        Assert.Null(Complaint(file.ToJsonString(), f => packed = SitePacker.PackSecrets(SecretsFile.Read(f))));
        var entries = ConfigReader.Read(packed).Cast<ConfigEntry>().ToList();
        var communities = file["snmp_communities"]!.AsObject().ToDictionary(c => c.Key, c => (string)c.Value!);
        communities.TryAdd("default", "public");

        Assert.Equal(("broker", (string)file["broker_password"]!), (entries[0].Keyword, entries[0].Text("password")));
        Assert.All(entries.Skip(1), e => Assert.Equal("snmp", e.Keyword));
        Assert.Equal(communities, entries.Skip(1).ToDictionary(e => e.Text("name"), e => e.Text("community")));
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("[\"canary-7f3a\"]", ":1: is no JSON object; begin with {.")]
    [InlineData("{ \"broker_password\": canary-7f3a }", ":1: is no JSON; look at column 22.")]
    [InlineData("{ \"broker_password\": \"canary-7f3a }", ":1: is no JSON; look at column 36.")]
    [InlineData("{ \"broker_password\": [\"canary-7f3a\"] }", ":1: broker_password: does not fit; give a text in quotes.")]
    [InlineData("{ \"broker_password\": \"canary-7f3a\\u0000\" }", ":1: broker_password: does not fit; give a text in quotes.")]
    [InlineData("{ \"broker_pasword\": \"canary-7f3a\" }", ":1: broker_pasword: is not known here; did you mean 'broker_password'?")]
    [InlineData("{ \"snmp_communities\": \"canary-7f3a\" }", ":1: snmp_communities: does not fit; give an object in braces.")]
    [InlineData("{ \"snmp_communities\": { \"core\": {\"canary-7f3a\":1} } }", ":1: snmp_communities.core: does not fit; give a text in quotes.")]
    [InlineData("{ \"snmp_communities\": { \"core\": \"canary-7f3aü\" } }", ":1: snmp_communities.core: does not fit; give a community of 1 to 64 characters of printable ASCII.")]
    [InlineData("{ \"snmp_communities\": { \"core\": \"\" } }", ":1: snmp_communities.core: does not fit; give a community of 1 to 64 characters of printable ASCII.")]
    [InlineData("{ \"snmp_communities\": { \"Core\": \"canary-7f3a\" } }", ":1: snmp_communities.Core: is no name; take 1 to 32 characters of a-z, 0-9, _ and -.")]
    [InlineData("{ \"wifi_password\": \"canary\" }", ":1: wifi_password: does not fit; give a Wi-Fi password of 8 to 63 characters of printable ASCII.")]
    [InlineData("{ \"client_key_file\": \"canary-7f3a\" }", ":1: client_certificate_file: is missing; certificate and key come together.")]
    [InlineData("{ \"client_certificate_file\": \"canary-7f3a\" }", ":1: client_key_file: is missing; certificate and key come together.")]
    public void No_complaint_tells_a_value(string text, string complaint) => Assert.Equal(complaint, Complaint(text, f => SecretsFile.Read(f)));

    [Fact]
    public void They_stay_out_of_the_site_file_and_out_of_their_own_text()
    {
        var secrets = new SiteSecrets { BrokerPassword = Canary, SnmpCommunities = new Dictionary<string, string> { ["core"] = Canary } };

        Assert.Contains(Canary, Encoding.ASCII.GetString(SitePacker.PackSecrets(secrets)), StringComparison.Ordinal);
        Assert.DoesNotContain("canary", Encoding.ASCII.GetString(SitePacker.Pack(ReachableSite, GoodBoard)), StringComparison.Ordinal);
        Assert.DoesNotContain("canary", secrets.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Community_that_is_missing_is_found_by_the_path_of_its_target() => Assert.Equal(
        ["targets[1].community: /etc/rack.json has no community core; give it there as snmp_communities.core."],
        SecretsCheck.Of(ReachableSite, new SiteSecrets(), "/etc/rack.json").Select(f => f.ToString()));

    [Fact]
    public void Community_without_a_file_of_secrets() => Assert.Equal(
        ["targets[1].community: no file of secrets has the community core; give one with snmp_communities.core, by --secrets."],
        SecretsCheck.Of(ReachableSite, new SiteSecrets(), null).Select(f => f.ToString()));

    [Fact]
    public void Community_that_is_there() =>
        Assert.Empty(SecretsCheck.Of(ReachableSite, new SiteSecrets { SnmpCommunities = new Dictionary<string, string> { ["core"] = "c" } }, "x"));
}

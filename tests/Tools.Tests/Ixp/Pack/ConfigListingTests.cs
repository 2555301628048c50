using System.Text;
using System.Text.Json.Nodes;
using Appliance.Core.Config;
using FsCheck;
using FsCheck.Fluent;
using Ixp.Pack;
using Ixp.Sites;
using Ixp.Sites.Secrets;
using Xunit;
using static Tools.Tests.Ixp.Samples;

namespace Tools.Tests.Ixp.Pack;

/// <summary>What is shown of a packed file is what is in it, without its secrets.</summary>
public class ConfigListingTests
{
    private const string Canary = "canary-7f3a";

    private static readonly Gen<string> Texts =
        from parts in Gen.Elements("a", "Z", " ", "%", "%41", "=", "\n", "ü", "🔌", "\"", "\\").ListOf()
        select string.Concat(parts);

    [Fact]
    public void All_of_a_packed_site_is_shown() => Assert.All([GoodSite, ReachableSite, FullSite], site =>
    {
        byte[] packed = SitePacker.Pack(site, FullBoard);

        Assert.Equal(packed, Rewritten(JsonNode.Parse(ConfigListing.Json(packed, "site.conf"))!.AsArray()));
        Assert.Equal(ConfigReader.Read(packed).Count, ConfigListing.Text(packed, "site.conf").Count(c => c is '\n'));
    });

    [Fact]
    public void Any_value_is_shown_as_it_is() => Prop.ForAll(Texts.ToArbitrary(), text =>
    {
        byte[] packed = new global::Ixp.Sites.ConfigWriter().Line("site", ("name", text)).ToBytes();
        Assert.Equal(text, (string)JsonNode.Parse(ConfigListing.Json(packed, "site.conf"))![0]!["name"]!);
        Assert.Single(ConfigListing.Text(packed, "site.conf"), c => c is '\n');
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Secrets_are_named_and_not_shown()
    {
        byte[] packed = SitePacker.PackSecrets(new SiteSecrets { BrokerPassword = Canary, SnmpCommunities = new Dictionary<string, string> { ["core"] = Canary } });

        Assert.Contains(Canary, Encoding.UTF8.GetString(packed), StringComparison.Ordinal);
        Assert.Equal(
            "broker password=(hidden)\nsnmp name=default community=(hidden)\nsnmp name=core community=(hidden)\n",
            ConfigListing.Text(packed, "secrets.conf"));
        Assert.DoesNotContain(Canary, ConfigListing.Json(packed, "secrets.conf"), StringComparison.Ordinal);
    }

    [Fact]
    public void Damaged_file_is_refused_without_a_word_of_it()
    {
        byte[] packed = SitePacker.PackSecrets(new SiteSecrets { BrokerPassword = Canary });
        for (int i = 0; i < packed.Length; i++)
        {
            byte[] damaged = [.. packed];
            damaged[i] ^= 1;
            string message = Assert.Throws<SiteException>(() => ConfigListing.Text(damaged, "secrets.conf")).Message;
            Assert.DoesNotContain("canary", message, StringComparison.Ordinal);
            Assert.StartsWith("secrets.conf: ", message, StringComparison.Ordinal);
        }
    }

    private static byte[] Rewritten(JsonArray entries)
    {
        var writer = new global::Ixp.Sites.ConfigWriter();
        foreach (var entry in entries.Select(e => e!.AsObject()))
            writer.Line((string)entry["entry"]!, entry.Skip(1).Select(v => (v.Key, (string?)v.Value)));
        return writer.ToBytes();
    }
}

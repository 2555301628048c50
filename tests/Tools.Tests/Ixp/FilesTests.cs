using Ixp.Checking;
using Ixp.Running;
using Ixp.Sites;
using Ixp.Sites.Secrets;
using Xunit;
using static Tools.Tests.Ixp.Samples;

namespace Tools.Tests.Ixp;

/// <summary>The files that are delivered.</summary>
public class FilesTests
{
    public static TheoryData<string> Boards =>
        [.. Directory.GetFiles(SiteFolder.Boards, "*.json").Select(f => Path.GetFileName(f)).Where(f => !f.EndsWith(".schema.json", StringComparison.Ordinal))];

    public static TheoryData<string> Examples =>
        [.. Directory.GetFiles(Path.Combine(SiteFolder.Boards, "examples"), "*.json").Select(f => Path.GetFileName(f)).Where(f => !f.EndsWith("-secrets.json", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Boards))]
    public void Board_is_called_as_its_file_and_no_pin_has_two_owners(string file)
    {
        var board = BoardFile.Read(Path.Combine(SiteFolder.Boards, file));

        Assert.Equal(file, board.Name + ".json");
        Assert.Empty(BoardCheck.Of(board));
    }

    /// <summary>Nobody has tried any of them.</summary>
    [Theory]
    [MemberData(nameof(Boards))]
    public void Board_claims_nothing_that_nobody_tried(string file) =>
        Assert.DoesNotContain("hardware", BoardFile.Read(Path.Combine(SiteFolder.Boards, file)).Evidence.Select(e => e.Verified));

    [Theory]
    [MemberData(nameof(Examples))]
    public void Example_can_work_on_its_board(string file)
    {
        var site = SiteFile.Read(Path.Combine(SiteFolder.Boards, "examples", file));

        Assert.Empty(SiteCheck.Of(site, BoardFile.Read(SiteFolder.Boards, site.Board)));
    }

    /// <summary>With its secrets, at any time: no certificate that could expire is delivered.</summary>
    [Theory]
    [MemberData(nameof(Examples))]
    public void Example_passes_the_check(string file)
    {
        string path = Path.Combine(SiteFolder.Boards, "examples", file);
        string secrets = path.Replace(".json", "-secrets.json", StringComparison.Ordinal);

        Assert.DoesNotContain(
            new FileCheck(SiteFolder.Boards, DateTimeOffset.MaxValue.AddYears(-1)).Of([path], File.Exists(secrets) ? secrets : null), f => !f.IsWarning);
    }

    [Fact]
    public void Example_of_secrets_has_what_the_examples_of_sites_ask_for()
    {
        string file = Path.Combine(SiteFolder.Boards, "examples", "demo-secrets.json");
        var secrets = SecretsFile.Read(file);

        Assert.Equal(("", "public"), (secrets.BrokerPassword, secrets.SnmpCommunities["default"]));
        Assert.Empty(SecretsCheck.Of(GoodSite, secrets, file));
        Assert.Empty(SecretsCheck.Of(FullSite, secrets, file));
    }

    [Fact]
    public void Unknown_board_is_answered_with_the_known_ones()
    {
        var refused = Assert.Throws<SiteException>(() => BoardFile.Read(SiteFolder.Boards, "olimex"));

        Assert.StartsWith("There is no board 'olimex' in ", refused.Message, StringComparison.Ordinal);
        Assert.Contains("there is ", refused.Message, StringComparison.Ordinal);
        Assert.Contains("olimex-esp32-poe-iso", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("schema", refused.Message, StringComparison.Ordinal);
    }
}

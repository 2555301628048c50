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
        [.. Directory.GetFiles(Path.Combine(SiteFolder.Boards, "examples"), "*-rack.json").Select(f => Path.GetFileName(f))];

    [Theory]
    [MemberData(nameof(Boards))]
    public void Board_is_called_as_its_file_and_no_pin_has_two_owners(string file)
    {
        var board = BoardFile.Read(Path.Combine(SiteFolder.Boards, file));

        Assert.Equal(file, board.Name + ".json");
        Assert.Empty(BoardCheck.Of(board));
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Example_can_work_on_its_board(string file)
    {
        var site = SiteFile.Read(Path.Combine(SiteFolder.Boards, "examples", file));

        Assert.Empty(SiteCheck.Of(site, BoardFile.Read(SiteFolder.Boards, site.Board)));
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

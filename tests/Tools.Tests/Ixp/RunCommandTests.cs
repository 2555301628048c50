using Ixp.Commands;
using Ixp.Running;
using Ixp.Sites;
using Xunit;
using static Tools.Tests.Ixp.Samples;

namespace Tools.Tests.Ixp;

/// <summary>A site that cannot work never boots.</summary>
public sealed class RunCommandTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    private static string Secrets { get; } = Path.Combine(SiteFolder.Boards, "examples", "demo-secrets.json");

    public RunCommandTests() => File.WriteAllText(
        _file,
        File.ReadAllText(SiteFolder.Demonstration)
            .Replace("\"0x40\"", "\"0x44\"", StringComparison.Ordinal)
            .Replace("\"pin\": 33", "\"pin\": 17", StringComparison.Ordinal));

    public void Dispose() => File.Delete(_file);

    [Fact]
    public async Task Everything_that_is_wrong_is_told_with_file_and_path()
    {
        var refused = await Assert.ThrowsAsync<SiteException>(
            () => new RackRun(new RunOptions { Site = _file, IsPlain = true, Seconds = 1 }).Run(TestContext.Current.CancellationToken));

        Assert.Collection(
            refused.Message.Split('\n'),
            title => Assert.Equal("This site cannot work:", title),
            line => Assert.StartsWith($"{_file}: sensors[3].address: ", line, StringComparison.Ordinal),
            line => Assert.StartsWith($"{_file}: sensors[6].pin: ", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Community_that_no_secrets_have_is_told_with_file_and_path()
    {
        var site = ReachableJson;
        site["sensors"] = new System.Text.Json.Nodes.JsonArray();
        await File.WriteAllTextAsync(_file, site.ToJsonString(), TestContext.Current.CancellationToken);

        var refused = await Assert.ThrowsAsync<SiteException>(
            () => new RackRun(new RunOptions { Site = _file, IsPlain = true, Seconds = 1, Secrets = Secrets }).Run(TestContext.Current.CancellationToken));

        Assert.Equal(
            $"This site cannot work:\n{_file}: targets[1].community: {Secrets} has no community core; give it there as snmp_communities.core.", refused.Message);
    }

    [Fact]
    public async Task Secrets_that_cannot_be_read_end_the_command_with_2() => Assert.Equal(
        2,
        await RunCommand.Create().Parse(["--plain", "--seconds", "1", "--secrets", _file]).InvokeAsync(cancellationToken: TestContext.Current.CancellationToken));

    [Fact]
    public async Task The_command_ends_with_2() => Assert.Equal(
        2,
        await RunCommand.Create().Parse(["--plain", "--seconds", "1", "--site", _file]).InvokeAsync(cancellationToken: TestContext.Current.CancellationToken));
}

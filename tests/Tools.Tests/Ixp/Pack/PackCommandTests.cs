using System.Diagnostics;
using Ixp.Running;
using Ixp.Sites;
using Ixp.Sites.Secrets;
using Xunit;
using static Tools.Tests.Ixp.Samples;

namespace Tools.Tests.Ixp.Pack;

/// <summary>Packing and unpacking as they are typed.</summary>
public sealed class PackCommandTests : IDisposable
{
    private const string Canary = "canary-7f3a-long-enough";

    private readonly string _folder = Directory.CreateTempSubdirectory("pack-").FullName;

    public PackCommandTests()
    {
        File.Copy(SiteFolder.Demonstration, At("rack1.json"));
        File.WriteAllText(At("rack1.secrets.json"), $$"""{ "broker_password": "{{Canary}}" }""");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task What_is_packed_is_what_a_device_gets_and_can_be_shown()
    {
        var (code, output, error) = await IxpProcess.Run("pack", "--site", At("rack1.json"), "--out", At("files"));
        Assert.Equal((0, $"{At("files/secrets.conf")}\n{At("files/site.conf")}\n", ""), (code, output, error));
        Assert.Equal(SitePacker.Pack(GoodSite, GoodBoard), File.ReadAllBytes(At("files/site.conf")));
        Assert.Equal(SitePacker.PackSecrets(new SiteSecrets { BrokerPassword = Canary }), File.ReadAllBytes(At("files/secrets.conf")));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(At("files/secrets.conf")));

        var (shown, text, _) = await IxpProcess.Run("unpack", At("files/site.conf"));
        Assert.Equal(0, shown);
        Assert.StartsWith("site name=demo device=demo-rack1\n", text, StringComparison.Ordinal);
        var (_, hidden, _) = await IxpProcess.Run("unpack", "--json", At("files/secrets.conf"));
        Assert.Contains("\"password\": \"(hidden)\"", hidden, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Secrets_do_not_go_where_git_would_take_them_along()
    {
        using (var git = Process.Start("git", ["init", "-q", _folder]))
            git.WaitForExit();
        var (code, _, error) = await IxpProcess.Run("pack", "--site", At("rack1.json"), "--out", At("files"));

        Assert.Equal(2, code);
        Assert.Contains("secrets.conf: git does not ignore it", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(At("files")));
    }

    [Fact]
    public async Task Certificates_are_looked_at_before()
    {
        string text = File.ReadAllText(At("rack1.json")).Replace("\"broker\": { ", "\"broker\": { \"tls\": { \"ca_file\": \"ca.pem\" }, ", StringComparison.Ordinal);
        Assert.Contains("ca.pem", text, StringComparison.Ordinal);
        File.WriteAllText(At("rack1.json"), text);
        File.WriteAllText(At("ca.pem"), "-----BEGIN PRIVATE KEY-----\n");
        var (code, _, error) = await IxpProcess.Run("pack", "--site", At("rack1.json"), "--out", At("files"));

        Assert.Equal(2, code);
        Assert.Contains("broker.tls.ca_file: ca.pem holds a private key, which would go to every device", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(At("files")));
    }

    private string At(string name) => Path.Combine(_folder, name);
}

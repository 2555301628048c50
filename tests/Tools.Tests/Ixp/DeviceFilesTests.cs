using System.Text;
using Ixp.Sites;
using Ixp.Sites.Secrets;
using Xunit;
using static Tools.Tests.Ixp.Samples;

namespace Tools.Tests.Ixp;

/// <summary>A device gets the files that its site and secrets name, and no others.</summary>
public sealed class DeviceFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("device-files-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Site_without_TLS_has_configuration_and_secrets() =>
        Assert.Equal(["secrets.conf", "site.conf"], DeviceFiles.Of(GoodSite, GoodBoard, WithClient()).Select(f => f.Name));

    [Fact]
    public void Site_with_TLS_has_its_authorities_and_the_certificate_of_the_device()
    {
        var files = DeviceFiles.Of(WithTls(), GoodBoard, WithClient()).ToDictionary(f => f.Name, f => Encoding.UTF8.GetString(f.Content));

        Assert.Equal(["ca.pem", "client.key", "client.pem", "secrets.conf", "site.conf"], files.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(("ca", "certificate", "key"), (files["ca.pem"], files["client.pem"], files["client.key"]));
        Assert.Contains(" tls=1\n", files["site.conf"], StringComparison.Ordinal);
    }

    [Fact]
    public void File_that_is_not_there_is_named()
    {
        string missing = Path.Combine(_folder, "missing.pem");
        var site = GoodSite with { Broker = GoodSite.Broker with { CaFile = missing } };

        Assert.StartsWith($"{missing}: cannot be read: ", Assert.Throws<SiteException>(() => DeviceFiles.Of(site, GoodBoard, new SiteSecrets())).Message, StringComparison.Ordinal);
    }

    private Site WithTls() => GoodSite with { Broker = GoodSite.Broker with { CaFile = Written("ca") } };

    private SiteSecrets WithClient() => new() { ClientCertificateFile = Written("certificate"), ClientKeyFile = Written("key") };

    private string Written(string content)
    {
        string file = Path.Combine(_folder, content);
        File.WriteAllText(file, content);
        return file;
    }
}

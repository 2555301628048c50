using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Ixp.Enroll;
using Ixp.Sites.Secrets;
using Mosquitto;
using Xunit;
using static Tools.Tests.Ixp.Samples;

namespace Tools.Tests.Ixp.Enroll;

/// <summary>Which files enrolling writes, and which it leaves alone.</summary>
public sealed class EnrollmentTests : IDisposable
{
    private readonly EnrollBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void The_first_call_writes_all_that_device_and_broker_need()
    {
        _bench.Enroll(certificate: true);

        Assert.Equal(
            [
                "broker/acl", "broker/ca.key", "broker/ca.pem", "broker/enrolled.json", "broker/mosquitto.conf", "broker/noc-passwords", "broker/noc.secrets.json", "broker/passwords", "broker/server.key", "broker/server.pem",
                "demo-rack1.client.key", "demo-rack1.client.pem", "demo-rack1.json", "demo-rack1.secrets.json", "trusted.pem",
            ],
            _bench.Files().Keys.Order(StringComparer.Ordinal));
        Assert.Equal(_bench.Read("broker/ca.pem"), _bench.Read("trusted.pem"));
        Assert.Equal(BrokerAcl.Text, _bench.Read("broker/acl"));
    }

    [Fact]
    public void Without_TLS_there_are_no_certificates()
    {
        _bench.Enroll();

        Assert.Equal(
            ["broker/acl", "broker/enrolled.json", "broker/mosquitto.conf", "broker/noc-passwords", "broker/noc.secrets.json", "broker/passwords", "demo-rack1.json", "demo-rack1.secrets.json"],
            _bench.Files().Keys.Order(StringComparer.Ordinal));
        Assert.DoesNotContain("certfile", _bench.Read("broker/mosquitto.conf"), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_their_owner_can_read_the_secrets()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no modes");
        _bench.Enroll(certificate: true);
        File.SetUnixFileMode(_bench.At("demo-rack1.secrets.json"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        _bench.Enroll(certificate: true, renew: true);

        foreach (string name in new[] { "broker/ca.key", "broker/noc-passwords", "broker/noc.secrets.json", "broker/passwords", "broker/server.key", "demo-rack1.client.key", "demo-rack1.secrets.json" })
            Assert.Equal((name, UnixFileMode.UserRead | UnixFileMode.UserWrite), (name, File.GetUnixFileMode(_bench.At(name))));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_second_call_changes_nothing(bool certificate)
    {
        _bench.Enroll(certificate: certificate);
        var before = _bench.Files();
        string printed = _bench.Enroll(certificate: certificate);

        Assert.Equal(before, _bench.Files());
        Assert.Contains("It keeps its", printed, StringComparison.Ordinal);
        Assert.Contains("Nothing had to be written.", printed, StringComparison.Ordinal);
    }

    [Fact]
    public void Renewal_makes_a_new_password_and_leaves_those_of_others()
    {
        _bench.Enroll();
        _bench.Enroll("demo-rack2");
        string[] before = _bench.Read("broker/passwords").Split('\n');
        string old = _bench.Password();
        _bench.Enroll(renew: true);
        string[] after = _bench.Read("broker/passwords").Split('\n');

        Assert.NotEqual(old, _bench.Password());
        Assert.Equal(["demo-rack1"], before.Zip(after).Where(l => l.First != l.Second).Select(l => l.First.Split(':')[0]));
        Assert.True(PasswordFile.Matches(after.Single(l => l.StartsWith("demo-rack1:", StringComparison.Ordinal)), _bench.Password()));
    }

    [Fact]
    public void Renewal_makes_new_certificates_of_the_same_authority()
    {
        _bench.Enroll(certificate: true);
        var before = _bench.Files();
        _bench.Enroll(certificate: true, renew: true);
        var after = _bench.Files();

        Assert.Equal(
            ["broker/server.key", "broker/server.pem", "demo-rack1.client.key", "demo-rack1.client.pem"],
            before.Keys.Where(k => before[k] != after[k]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Passwords_have_160_bits_and_no_two_are_the_same()
    {
        string[] passwords = [.. Enumerable.Range(0, 100).Select(_ => RandomPassword.Next())];

        Assert.Equal(100, passwords.Distinct(StringComparer.Ordinal).Count());
        Assert.All(passwords, p => Assert.Matches("^[a-km-z2-9]{32}$", p));
        Assert.Equal(32, passwords.SelectMany(p => p).Distinct().Count());
    }

    [Fact]
    public void What_else_the_file_of_secrets_holds_stays()
    {
        File.WriteAllText(_bench.At("demo-rack1.secrets.json"), """{ "snmp_communities": { "core": "käse+x" , }, "wifi_password": "of the rack" } // by hand""".Replace("ä", "a", StringComparison.Ordinal));
        _bench.Enroll();
        var secrets = SecretsFile.Read(_bench.At("demo-rack1.secrets.json"));

        Assert.Equal((32, "kase+x", "of the rack"), (secrets.BrokerPassword.Length, secrets.SnmpCommunities["core"], secrets.WifiPassword));
    }

    [Fact]
    public void A_password_of_ones_own_is_taken()
    {
        File.WriteAllText(_bench.At("demo-rack1.secrets.json"), """{ "broker_password": "7Gb-horse staple #9" }""");
        _bench.Enroll();

        Assert.Equal("""{ "broker_password": "7Gb-horse staple #9" }""", _bench.Read("demo-rack1.secrets.json"));
        Assert.True(PasswordFile.Matches(_bench.Read("broker/passwords").Split('\n').Single(l => l.StartsWith("demo-rack1:", StringComparison.Ordinal)), "7Gb-horse staple #9"));
    }

    [Fact]
    public void A_device_can_change_from_password_to_certificate_and_back()
    {
        _bench.Enroll(tls: true);
        _bench.Enroll(certificate: true);
        var secrets = SecretsFile.Read(_bench.At("demo-rack1.secrets.json"));
        Assert.Equal(("", _bench.At("demo-rack1.client.pem"), _bench.At("demo-rack1.client.key")), (secrets.BrokerPassword, secrets.ClientCertificateFile, secrets.ClientKeyFile));
        Assert.DoesNotContain("demo-rack1", _bench.Read("broker/passwords"), StringComparison.Ordinal);

        _bench.Enroll(tls: true);
        secrets = SecretsFile.Read(_bench.At("demo-rack1.secrets.json"));
        Assert.Equal((32, null), (secrets.BrokerPassword.Length, secrets.ClientCertificateFile));
        Assert.Contains("demo-rack1:", _bench.Read("broker/passwords"), StringComparison.Ordinal);
    }

    [Fact]
    public void Certificates_last_as_told_and_no_longer_than_their_authority()
    {
        _bench.EnrollFile(_bench.Site(tls: true), o => o with { WithCertificate = true, Days = 3650 });
        using var authority = Certificate("broker/ca.pem");
        using var server = Certificate("broker/server.pem");
        using var client = Certificate("demo-rack1.client.pem");

        Assert.Equal(825, (server.NotAfter - _bench.Now).TotalDays, tolerance: 0.1);
        Assert.Equal(3650, (client.NotAfter - _bench.Now).TotalDays, tolerance: 0.1);
        Assert.Equal(_bench.Now.AddYears(10).LocalDateTime, authority.NotAfter, TimeSpan.FromMinutes(1));

        _bench.Now = _bench.Now.AddYears(9);
        _bench.EnrollFile(_bench.Site("demo-rack2", tls: true), o => o with { WithCertificate = true, Days = 3650 });
        using var late = Certificate("demo-rack2.client.pem");
        Assert.Equal(authority.NotAfter, late.NotAfter);
    }

    [Fact]
    public void The_brokers_certificate_is_renewed_when_it_ends_soon_and_when_it_lacks_a_host()
    {
        _bench.Enroll(tls: true);
        string first = _bench.Read("broker/server.pem");
        _bench.Now = _bench.Now.AddDays(700);
        _bench.Enroll(tls: true);
        Assert.Equal(first, _bench.Read("broker/server.pem"));

        _bench.Now = _bench.Now.AddDays(50);
        _bench.Enroll(tls: true);
        string second = _bench.Read("broker/server.pem");
        Assert.NotEqual(first, second);

        _bench.EnrollFile(_bench.Site("demo-rack2", tls: true, host: "noc.example.net"));
        using var server = Certificate("broker/server.pem");
        Assert.True(server.MatchesHostname("127.0.0.1", allowWildcards: false, allowCommonName: false));
        Assert.True(server.MatchesHostname("noc.example.net", allowWildcards: false, allowCommonName: false));
        Assert.False(server.MatchesHostname("other.example.net", allowWildcards: false, allowCommonName: false));
    }

    [Fact]
    public void What_somebody_changed_or_signed_stays_and_is_told()
    {
        _bench.Enroll(tls: true);
        using var stranger = new EnrollBench();
        stranger.Enroll(tls: true);
        foreach (string name in new[] { "server.pem", "server.key" })
            File.Copy(Path.Combine(stranger.Broker, name), Path.Combine(_bench.Broker, name), overwrite: true);
        File.Copy(Path.Combine(stranger.Broker, "ca.pem"), _bench.At("trusted.pem"), overwrite: true);
        File.AppendAllText(_bench.At("broker/acl"), "user grafana\ntopic read ixp/v1/#\n");
        File.AppendAllText(_bench.At("broker/passwords"), "# by hand\ngrafana:$7$101$x$y\n");
        var before = _bench.Files();
        string printed = _bench.Enroll(tls: true);

        Assert.Equal(before, _bench.Files());
        Assert.Contains("acl has been changed, and stays as it is.", printed, StringComparison.Ordinal);
        Assert.Contains("server.pem is not of the authority in ", printed, StringComparison.Ordinal);
        Assert.Contains("trusted.pem does not hold the authority of ", printed, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_secret_is_printed()
    {
        string printed = _bench.Enroll(certificate: true) + _bench.Enroll("demo-rack2", certificate: true, renew: true);
        var files = _bench.Files();

        Assert.DoesNotContain(_bench.Noc().Password, printed, StringComparison.Ordinal);
        foreach (var (_, key) in files.Where(f => f.Key.EndsWith(".key", StringComparison.Ordinal)))
            Assert.All(key.Split('\n').Where(l => l.Length > 20), l => Assert.DoesNotContain(l, printed, StringComparison.Ordinal));
    }

    [Fact]
    public void Where_the_broker_finds_its_files_is_kept_until_told_anew()
    {
        string site = _bench.Site();
        _bench.EnrollFile(site, o => o with { BrokerPath = null, NocPort = null });
        Assert.Contains("password_file /etc/mosquitto/ixp/passwords\n", _bench.Read("broker/mosquitto.conf"), StringComparison.Ordinal);
        Assert.Contains("listener 1884\n", _bench.Read("broker/mosquitto.conf"), StringComparison.Ordinal);

        _bench.EnrollFile(site, o => o with { BrokerPath = "/srv/mqtt/", NocPort = 2884 });
        _bench.EnrollFile(site, o => o with { BrokerPath = null, NocPort = null });
        Assert.Contains("acl_file /srv/mqtt/acl\n", _bench.Read("broker/mosquitto.conf"), StringComparison.Ordinal);
        Assert.Contains("listener 2884\n", _bench.Read("broker/mosquitto.conf"), StringComparison.Ordinal);
    }

    private X509Certificate2 Certificate(string name) => X509CertificateLoader.LoadCertificateFromFile(_bench.At(name));
}

using System.Diagnostics;
using System.Security.Cryptography;
using Ixp.Commands;
using Ixp.Enroll;
using Xunit;

namespace Tools.Tests.Ixp.Enroll;

/// <summary>What enrolling refuses, with the reason and the mend; and then it has written nothing.</summary>
public sealed class EnrollRefusalTests : IDisposable
{
    private readonly EnrollBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("changeme", "it is shorter than 12 characters")]
    [InlineData("changeme-changeme", "it is little more than words that stand for a password, or names that anybody knows")]
    [InlineData("demo-rack1-demo", "it is little more than words that stand for a password, or names that anybody knows")]
    [InlineData("aaaaaaaaaaaaaaaa", "it has fewer than 6 different characters")]
    [InlineData("<the broker's password>", "it stands in brackets, as what has to be replaced does")]
    public void A_placeholder(string password, string reason)
    {
        WriteSecrets($$"""{ "broker_password": "{{password}}" }""");
        string complaint = Refused(() => _bench.Enroll());

        Assert.Equal($"{_bench.At("demo-rack1.secrets.json")}: broker_password: {reason}; take it out, and this command makes a random one, or call it with --renew.", complaint);
    }

    [Fact]
    public void A_password_that_another_device_has()
    {
        _bench.Enroll("demo-rack2");
        WriteSecrets($$"""{ "broker_password": "{{_bench.Password("demo-rack2")}}" }""");
        Assert.Contains("demo-rack2 has it too", Refused(() => _bench.Enroll()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_password_that_the_NOC_has()
    {
        _bench.Enroll("demo-rack2");
        WriteSecrets($$"""{ "broker_password": "{{_bench.Noc().Password}}" }""");
        Assert.Contains("noc has it too", Refused(() => _bench.Enroll()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_password_that_is_a_community_or_of_the_Wi_Fi_as_well()
    {
        WriteSecrets("""{ "broker_password": "kd83-lqpw-xnvz", "snmp_communities": { "core": "kd83-lqpw-xnvz" } }""");
        Assert.Contains("it is the SNMP community core as well", Refused(() => _bench.Enroll()), StringComparison.Ordinal);
        WriteSecrets("""{ "broker_password": "kd83-lqpw-xnvz", "wifi_password": "kd83-lqpw-xnvz" }""");
        Assert.Contains("it is the Wi-Fi password as well", Refused(() => _bench.Enroll()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_device_whose_name_stands_there_for_another_site()
    {
        _bench.Enroll();
        Assert.Contains("'demo-rack1' stands in ", Refused(() => _bench.EnrollFile(_bench.Site(site: "other"))), StringComparison.Ordinal);
    }

    [Fact]
    public void The_name_of_the_NOC() =>
        Assert.Contains(": device: 'noc' is the NOC's name at the broker", Refused(() => _bench.Enroll("noc")), StringComparison.Ordinal);

    [Fact]
    public void A_certificate_without_TLS() =>
        Assert.Contains(": broker.tls: is missing", Refused(() => _bench.EnrollFile(_bench.Site(), o => o with { WithCertificate = true })), StringComparison.Ordinal);

    [Fact]
    public void Two_ways_on_one_port()
    {
        _bench.Enroll(tls: true);
        Assert.Contains($": broker.port: on {_bench.Port} devices connect by TLS and password, as demo-rack1 does", Refused(() => _bench.Enroll("demo-rack2", certificate: true)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_port_of_devices_for_the_NOC() =>
        Assert.Contains($"--noc-port {_bench.Port}: the device demo-rack1 connects there", Refused(() => _bench.EnrollFile(_bench.Site(), o => o with { NocPort = _bench.Port })), StringComparison.Ordinal);

    [Theory]
    [InlineData(false, "broker_password: is missing, though demo-rack1 has one since it was enrolled")]
    [InlineData(true, "is not there, though demo-rack1 has one since it was enrolled")]
    public void Credentials_that_are_lost_are_not_replaced_unasked(bool certificate, string reason)
    {
        _bench.Enroll(certificate: certificate);
        File.Delete(_bench.At("demo-rack1.secrets.json"));
        File.Delete(_bench.At("demo-rack1.client.pem"));
        Assert.Contains(reason, Refused(() => _bench.Enroll(certificate: certificate)), StringComparison.Ordinal);
        _bench.Enroll(certificate: certificate, renew: true);
    }

    [Fact]
    public void A_user_of_that_name_whom_somebody_else_made()
    {
        _bench.Enroll("demo-rack2");
        File.AppendAllText(_bench.At("broker/passwords"), "demo-rack1:$7$101$AAAA$AAAA\n");
        Assert.Contains("the broker's passwords have a user demo-rack1 that was not enrolled by this command", Refused(() => _bench.Enroll()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ca.key", null)]
    [InlineData("ca.key", "")]
    [InlineData("ca.key", "-----BEGIN EC PRIVATE KEY-----\ncanary7f3a\n-----END EC PRIVATE KEY-----\n")]
    [InlineData("ca.pem", "no certificate")]
    public void A_key_of_the_authority_that_is_damaged(string name, string? content)
    {
        _bench.Enroll(tls: true);
        if (content is null)
            File.Delete(_bench.At("broker/" + name));
        else
            File.WriteAllText(_bench.At("broker/" + name), content);
        string complaint = Refused(() => _bench.Enroll("demo-rack2", certificate: false, tls: true));

        Assert.StartsWith(_bench.At("broker/ca.key") + ": ", complaint, StringComparison.Ordinal);
        Assert.Contains("Put both back from a copy", complaint, StringComparison.Ordinal);
        Assert.DoesNotContain("canary7f3a", complaint, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_of_another_authority()
    {
        _bench.Enroll(tls: true);
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        File.WriteAllText(_bench.At("broker/ca.key"), other.ExportECPrivateKeyPem());
        Assert.Contains("or not the one of ca.pem", Refused(() => _bench.Enroll("demo-rack2", tls: true)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_certificate_of_another_device_or_of_another_authority_or_that_is_over()
    {
        _bench.Enroll(certificate: true);
        foreach (string name in new[] { "client.pem", "client.key" })
            File.Copy(_bench.At("demo-rack1." + name), _bench.At("demo-rack2." + name));
        Assert.Contains("is made out to demo-rack1, not to demo-rack2", Refused(() => _bench.Enroll("demo-rack2", certificate: true)), StringComparison.Ordinal);

        using var stranger = new EnrollBench();
        stranger.Enroll(certificate: true);
        foreach (string name in new[] { "demo-rack1.client.pem", "demo-rack1.client.key" })
            File.Copy(_bench.At(name), stranger.At(name), overwrite: true);
        Assert.Contains("is not of the broker's authority", Refused(() => stranger.Enroll(certificate: true), stranger), StringComparison.Ordinal);

        _bench.Now = _bench.Now.AddDays(1826);
        Assert.Contains("is over since ", Refused(() => _bench.Enroll(certificate: true)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "user": "noc", "password": "changemechangeme" }""", "password: it is little more than words")]
    [InlineData("""{ "user": "admin", "password": "kd83-lqpw-xnvz" }""", "user: must be noc")]
    public void An_account_of_the_NOC_that_is_none(string text, string reason)
    {
        _bench.Enroll();
        File.WriteAllText(_bench.At("broker/noc.secrets.json"), text);
        Assert.Contains(reason, Refused(() => _bench.Enroll()), StringComparison.Ordinal);
    }

    [Fact]
    public void Secrets_that_the_next_commit_would_take_along()
    {
        Git("init", "-q");
        Assert.Contains("git does not ignore it", Refused(() => _bench.Enroll()), StringComparison.Ordinal);

        File.WriteAllText(_bench.At(".gitignore"), "*.secrets.json\n");
        Assert.Contains(Path.Combine(_bench.Broker, "ca.key") + ": git does not ignore it", Refused(() => _bench.Enroll()), StringComparison.Ordinal);

        File.WriteAllText(_bench.At(".gitignore"), "*.secrets.json\nbroker/\n");
        _bench.Enroll();
        Assert.Contains("demo-rack2.client.key: git does not ignore it", Refused(() => _bench.EnrollFile(_bench.Site("demo-rack2", tls: true, port: 28883), o => o with { WithCertificate = true })), StringComparison.Ordinal);

        // What is committed is not ignored, whatever .gitignore says.
        Git("add", "-f", "demo-rack1.secrets.json");
        Assert.Contains("demo-rack1.secrets.json: git does not ignore it", Refused(() => _bench.Enroll()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_repository_that_git_does_not_understand()
    {
        Directory.CreateDirectory(_bench.At(".git"));
        Assert.Contains("git cannot tell whether it ignores it", Refused(() => _bench.Enroll()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_cannot_be_written_leaves_all_as_it_was()
    {
        _bench.Enroll();
        string site = _bench.Site("demo-rack2");
        Assert.Contains("cannot be written", Refused(() => _bench.EnrollFile(site, o => o with { Secrets = _bench.At("no/such/folder/x.secrets.json") })), StringComparison.Ordinal);
    }

    [Fact]
    public void The_second_of_two_calls_at_once()
    {
        _bench.Enroll();
        using var first = new FileStream(Path.Combine(_bench.Broker, ".enroll.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        Assert.Contains("is in use by another ixp enroll", Refused(() => _bench.Enroll("demo-rack2")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_ends_with_2() => Assert.Equal(
        2, await EnrollCommand.Create().Parse(["--site", _bench.Site("noc"), "--broker-dir", _bench.Broker]).InvokeAsync(cancellationToken: TestContext.Current.CancellationToken));

    private void WriteSecrets(string text) => File.WriteAllText(_bench.At("demo-rack1.secrets.json"), text);

    /// <returns>The complaint, once it is sure that nothing was written.</returns>
    private string Refused(Func<string> enroll, EnrollBench? bench = null)
    {
        bench ??= _bench;
        var before = Content(bench);
        var refused = Assert.Throws<CommandLineException>(enroll);
        Assert.Equal(before, Content(bench));
        return refused.Message;
    }

    /// <summary>All but site files, which tests write, and what git keeps.</summary>
    private static SortedDictionary<string, string> Content(EnrollBench bench) => new(
        bench.Files().Where(f => !f.Key.StartsWith(".git/", StringComparison.Ordinal) && !f.Key.EndsWith("rack1.json", StringComparison.Ordinal) && !f.Key.EndsWith("rack2.json", StringComparison.Ordinal) && !f.Key.EndsWith("noc.json", StringComparison.Ordinal))
            .ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);

    private void Git(params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["-C", _bench.Folder, .. arguments]))!;
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
    }
}

using Mosquitto;
using Xunit;

namespace Tools.Tests.Ixp.Enroll;

/// <summary>What <c>ixp enroll</c> wrote, on a mosquitto: who gets in, and what passes.</summary>
public sealed class EnrolledBrokerTests : IDisposable
{
    private const string Own = "ixp/v1/demo/demo-rack1/";
    private const string Others = "ixp/v1/demo/demo-rack2/";

    private readonly EnrollBench _bench = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task A_device_writes_its_own_topics_and_reads_its_own_commands(bool tls, bool certificate)
    {
        await using var broker = await Start(tls, certificate);
        using var device = await Device("demo-rack1", tls, certificate);
        using var noc = await Noc(tls);
        await device.Subscribe(Own + "cmd/+");
        await noc.Subscribe("ixp/v1/#");

        foreach (string path in new[] { "status", "meta", "climate", "event", "result", "probe/switch1", "alarm/inlet_c", "backlog/climate" })
        {
            await device.Say(Own + path, path);
            Assert.Equal($"{Own}{path} {path}", await noc.Hear());
        }

        await noc.Say(Own + "cmd/identify", "asked for");
        Assert.Equal($"{Own}cmd/identify asked for", await device.Hear());
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public async Task What_a_device_writes_elsewhere_reaches_nobody(bool tls, bool certificate)
    {
        await using var broker = await Start(tls, certificate);
        using var device = await Device("demo-rack1", tls, certificate);
        using var other = await Device("demo-rack2", tls, certificate);
        using var noc = await Noc(tls);
        await noc.Subscribe("ixp/v1/#");
        await other.Subscribe(Others + "cmd/+");

        string[] elsewhere = [Others + "status", Others + "alarm/inlet_c", Others + "cmd/restart", Own + "cmd/restart", Own + "a/b", "ixp/v1/demo/noc/status/x", "ixp/v1/status", "other/tree"];
        foreach (string topic in elsewhere)
            await device.Say(topic, "forged", retain: true);
        await device.Say(Own + "status", "its own");
        await noc.Say(Others + "cmd/identify", "asked for");

        Assert.Equal(Own + "status its own", await noc.Hear());
        Assert.Equal(Others + "cmd/identify asked for", await other.Hear());
    }

    [Theory]
    [InlineData(Others + "cmd/+")]
    [InlineData(Others + "#")]
    [InlineData("ixp/v1/demo/+/cmd/#")]
    [InlineData("ixp/v1/#")]
    [InlineData("#")]
    [InlineData("$SYS/#")]
    [InlineData("+/+/+/+/#")]
    public async Task What_is_not_its_own_never_reaches_a_device(string filter)
    {
        await using var broker = await Start(tls: false, certificate: false);
        using var other = await Device("demo-rack2", tls: false, certificate: false);
        using var noc = await Noc(tls: false);
        await other.Say(Others + "status", "kept", retain: true);
        using var device = await Device("demo-rack1", tls: false, certificate: false);

        await device.Subscribe(filter, Own + "cmd/+");
        await noc.Say(Others + "cmd/restart", "of another");
        await other.Say(Others + "climate", "of another");
        await noc.Say(Own + "cmd/identify", "the end");

        // The broker hands on in order: what must not come would be there before.
        Assert.Equal(Own + "cmd/identify the end", await device.Hear());
    }

    [Fact]
    public async Task The_NOC_writes_commands_and_nothing_else()
    {
        await using var broker = await Start(tls: false, certificate: false);
        using var noc = await Noc(tls: false);
        using var second = await Noc(tls: false);
        await second.Subscribe("ixp/v1/#", "#");

        await noc.Say(Own + "status", "forged");
        await noc.Say("elsewhere", "forged");
        await noc.Say(Own + "cmd/identify", "asked for");

        Assert.Equal(Own + "cmd/identify asked for", await second.Hear());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nobody_gets_in_without_the_password_of_that_name(bool tls)
    {
        await using var broker = await Start(tls, certificate: false);
        foreach (int port in new[] { _bench.Port, _bench.NocPort })
        {
            await AssertRefused(new BrokerClient("demo-rack1"), tls, port);
            await AssertRefused(new BrokerClient("demo-rack1", "demo-rack1", ""), tls, port);
            await AssertRefused(new BrokerClient("demo-rack1", "demo-rack1", _bench.Password("demo-rack2")), tls, port);
            await AssertRefused(new BrokerClient("demo-rack1", "noc", _bench.Password()), tls, port);
            await AssertRefused(new BrokerClient(null, "nobody", _bench.Noc().Password), tls, port);
        }
    }

    [Fact]
    public async Task A_device_cannot_throw_out_another_by_its_client_id()
    {
        await using var broker = await Start(tls: false, certificate: false);
        using var device = await Device("demo-rack1", tls: false, certificate: false);
        await device.Subscribe(Own + "cmd/+");

        using var impostor = await new BrokerClient("demo-rack1", "demo-rack2", _bench.Password("demo-rack2")).Connected(_bench.Port);
        await AssertRefused(new BrokerClient("demo-rack1", "demo-rack2", _bench.Password("demo-rack2")), tls: false, _bench.NocPort);
        using var noc = await Noc(tls: false);
        await noc.Say(Own + "cmd/identify", "still there");

        Assert.Equal(Own + "cmd/identify still there", await device.Hear());
    }

    [Fact]
    public async Task Programs_of_the_NOC_do_not_throw_out_each_other()
    {
        await using var broker = await Start(tls: false, certificate: false);
        using var first = await Noc(tls: false);
        using var second = await Noc(tls: false);
        await first.Subscribe("ixp/v1/#");
        await second.Say(Own + "cmd/identify", "both there");

        Assert.Equal(Own + "cmd/identify both there", await first.Hear());
    }

    [Fact]
    public async Task A_certificate_says_who_a_device_is_whatever_it_calls_itself()
    {
        await using var broker = await Start(tls: true, certificate: true);
        using var device = await Device("demo-rack1", tls: true, certificate: true);
        await device.Subscribe(Own + "cmd/+");
        using var noc = await Noc(tls: true);
        await noc.Subscribe("ixp/v1/#");

        using var liar = new BrokerClient("demo-rack1", "demo-rack1", "whatever")
            .WithTls(_bench.At("trusted.pem"), _bench.At("demo-rack2.client.pem"), _bench.At("demo-rack2.client.key"));
        await liar.Connected(_bench.Port);
        await liar.Subscribe(Own + "cmd/+", Others + "cmd/+");
        await liar.Say(Own + "status", "forged");
        await liar.Say(Others + "status", "its own");
        await noc.Say(Own + "cmd/identify", "of the first");
        await noc.Say(Others + "cmd/identify", "of the second");

        Assert.Equal(Others + "status its own", await noc.Hear());
        Assert.Equal(Own + "cmd/identify of the first", await noc.Hear());
        Assert.Equal(Others + "cmd/identify of the second", await liar.Hear());
        Assert.Equal(Own + "cmd/identify of the first", await device.Hear());
    }

    [Fact]
    public async Task Without_a_certificate_of_the_brokers_own_authority_no_device_gets_in()
    {
        await using var broker = await Start(tls: true, certificate: true);
        using var stranger = new EnrollBench();
        stranger.Enroll(certificate: true);
        string trusted = _bench.At("trusted.pem");

        using var none = new BrokerClient("demo-rack1", "noc", _bench.Noc().Password).WithTls(trusted);
        Assert.NotEqual(0, await none.Connect(_bench.Port));
        using var foreign = new BrokerClient("demo-rack1").WithTls(trusted, stranger.At("demo-rack1.client.pem"), stranger.At("demo-rack1.client.key"));
        Assert.NotEqual(0, await foreign.Connect(_bench.Port));
        using var noDevice = new BrokerClient("demo-rack1").WithTls(trusted, _bench.At("demo-rack1.client.pem"), _bench.At("demo-rack1.client.key"));
        Assert.NotEqual(0, await noDevice.Connect(_bench.NocPort));
    }

    [Fact]
    public async Task A_device_that_is_enrolled_later_gets_in_once_the_broker_has_heard_a_SIGHUP()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals");
        _bench.Enroll("demo-rack1", tls: true);
        await using var broker = await _bench.Start(Cancellation);
        _bench.Enroll("demo-rack2", tls: true);
        await AssertRefused(new BrokerClient("demo-rack2", "demo-rack2", _bench.Password("demo-rack2")), tls: true, _bench.Port);

        broker.Reload();
        int code;
        do
        {
            using var device = new BrokerClient("demo-rack2", "demo-rack2", _bench.Password("demo-rack2")).WithTls(_bench.At("trusted.pem"));
            code = await device.Connect(_bench.Port);
        }
        while (code != 0 && !Cancellation.IsCancellationRequested);
        using var noc = await Noc(tls: true);
    }

    [Fact]
    public async Task A_device_that_is_lost_is_silenced_as_the_README_says()
    {
        _bench.Enroll("demo-rack1", certificate: true);
        _bench.Enroll("demo-rack2", certificate: true);
        string readme = File.ReadAllText(Path.Combine(Repository.Checkout.Root, "tools", "Ixp", "Enroll", "README.md"));
        const string Deny = "user rack1\n  topic deny #\n";
        Assert.Contains(Deny, readme, StringComparison.Ordinal);
        File.WriteAllText(_bench.At("broker/acl"), Deny.Replace("rack1", "demo-rack1", StringComparison.Ordinal).Replace("  ", "", StringComparison.Ordinal) + "\n" + _bench.Read("broker/acl"));
        await using var broker = await _bench.Start(Cancellation);
        using var lost = await Device("demo-rack1", tls: true, certificate: true);
        using var device = await Device("demo-rack2", tls: true, certificate: true);
        using var noc = await Noc(tls: true);
        await noc.Subscribe("ixp/v1/#");

        await lost.Say(Own + "status", "of the lost one");
        await device.Say(Others + "status", "of another");
        Assert.Equal(Others + "status of another", await noc.Hear());
    }

    [Fact]
    public async Task A_device_refuses_a_broker_of_another_authority()
    {
        await using var broker = await Start(tls: true, certificate: false);
        using var stranger = new EnrollBench();
        stranger.Enroll(tls: true);
        using var device = new BrokerClient("demo-rack1", "demo-rack1", _bench.Password()).WithTls(stranger.At("trusted.pem"));
        Assert.NotEqual(0, await device.Connect(_bench.Port));
    }

    private async Task AssertRefused(BrokerClient client, bool tls, int port)
    {
        using (client)
            Assert.NotEqual(0, await (tls ? client.WithTls(_bench.At("trusted.pem")) : client).Connect(port));
    }

    private Task<Broker> Start(bool tls, bool certificate)
    {
        _bench.Enroll("demo-rack1", certificate, tls);
        _bench.Enroll("demo-rack2", certificate, tls);
        return _bench.Start(Cancellation);
    }

    private Task<BrokerClient> Device(string name, bool tls, bool certificate)
    {
        var client = certificate ? new BrokerClient(name) : new BrokerClient(name, name, _bench.Password(name));
        if (tls)
            client.WithTls(_bench.At("trusted.pem"), certificate ? _bench.At(name + ".client.pem") : null, certificate ? _bench.At(name + ".client.key") : null);
        return client.Connected(_bench.Port);
    }

    private Task<BrokerClient> Noc(bool tls)
    {
        var client = new BrokerClient(null, _bench.Noc().User, _bench.Noc().Password);
        return (tls ? client.WithTls(_bench.At("trusted.pem")) : client).Connected(_bench.NocPort);
    }
}

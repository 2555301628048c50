using Mosquitto;
using Xunit;

namespace Tools.Tests.Mosquitto;

public sealed class TlsTests : IDisposable
{
    readonly Certificates certificates = new("Test authority");

    public void Dispose() => certificates.Dispose();

    [Theory]
    [InlineData(TlsVersion.Tls12)]
    [InlineData(TlsVersion.Tls13)]
    public async Task A_message_goes_round_over_TLS(TlsVersion oldest)
    {
        await using var broker = await StartBroker(false);
        using var session = new Session();
        session.Client.Tls(certificates.CaFile, oldest: oldest);
        session.Client.Connect(broker.Host, broker.Port);
        Assert.Equal(0, await session.Connected());
        await session.Subscribe("power", 1);
        await session.PublishAndWait("power", "x"u8.ToArray());
        Assert.Equal("x", await session.Text());
    }

    [Fact]
    public async Task A_broker_of_another_authority_is_refused_unless_nothing_is_verified()
    {
        using var others = new Certificates("Other authority");
        await using var broker = await StartBroker(false);
        using var strict = new Session();
        strict.Client.Tls(others.CaFile);
        strict.Client.Connect(broker.Host, broker.Port);
        Assert.NotEqual(0, await strict.Disconnected());

        using var lax = new Session();
        lax.Client.Tls(null, verifyPeer: false);
        lax.Client.Connect(broker.Host, broker.Port);
        Assert.Equal(0, await lax.Connected());
    }

    [Fact]
    public async Task A_broker_that_wants_a_client_certificate_gets_it()
    {
        await using var broker = await StartBroker(true);
        var (certFile, keyFile) = certificates.Issue("site");
        using var known = new Session();
        known.Client.Tls(certificates.CaFile, certFile, keyFile);
        known.Client.Connect(broker.Host, broker.Port);
        Assert.Equal(0, await known.Connected());

        using var unknown = new Session();
        unknown.Client.Tls(certificates.CaFile);
        unknown.Client.Connect(broker.Host, broker.Port);
        Assert.NotEqual(0, await unknown.Disconnected());
    }

    Task<Broker> StartBroker(bool requireClientCertificate)
    {
        var (certFile, keyFile) = certificates.Issue("broker");
        var tls = new BrokerTls(certificates.CaFile, certFile, keyFile, requireClientCertificate);
        return Broker.StartNew(new BrokerOptions { Tls = tls }, TestContext.Current.CancellationToken);
    }
}

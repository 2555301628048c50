using System.Net;
using System.Net.Sockets;
using Mosquitto;
using Xunit;

namespace Tools.Tests.Mosquitto;

public sealed class BrokerTests
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_killed_broker_is_noticed_once_and_comes_back_on_its_port()
    {
        await using var broker = await Broker.StartNew(cancellation: Cancellation);
        using var session = await Session.Open(broker);
        int port = broker.Port;

        await broker.Kill();
        Assert.False(broker.IsRunning);
        Assert.NotEqual(0, await session.Disconnected());
        Assert.NotEqual("", session.Client.LastError);

        session.Client.Connect(broker.Host, port);
        Assert.NotEqual(0, await session.Disconnected());
        Assert.Contains("refused", session.Client.LastError, StringComparison.OrdinalIgnoreCase);

        await broker.Start(Cancellation);
        Assert.Equal(port, broker.Port);
        session.Client.Connect(broker.Host, port);
        Assert.Equal(0, await session.Connected());
        await session.PublishAndWait("back", "x"u8.ToArray());
    }

    [Fact]
    public async Task An_unacknowledged_message_is_sent_again_once_the_broker_is_back()
    {
        await using var broker = await Broker.StartNew(cancellation: Cancellation);
        using var session = await Session.Open(broker);
        broker.Pause();
        int mid = session.Client.Publish("held", "x"u8, qos: 1);
        await broker.Kill();
        await session.Disconnected();

        await broker.Start(Cancellation);
        using var receiver = await Session.Open(broker, "held");
        session.Client.Connect(broker.Host, broker.Port);

        Assert.Equal("x", await receiver.Text());
        Assert.Equal(mid, await session.Published());
    }

    [Fact]
    public async Task A_stopped_broker_ends_in_order_also_when_paused()
    {
        await using var broker = await Broker.StartNew(cancellation: Cancellation);
        broker.Pause();
        await broker.Stop();
        Assert.False(broker.IsRunning);
        Assert.Contains("terminating", await File.ReadAllTextAsync(broker.LogFile, Cancellation), StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(broker.Pause);
    }

    [Fact]
    public async Task A_paused_broker_does_not_answer_until_it_is_resumed()
    {
        await using var broker = await Broker.StartNew(cancellation: Cancellation);
        using var impatient = new Session();
        using var patient = new Session();
        broker.Pause();

        patient.Client.Connect(broker.Host, broker.Port);
        impatient.Client.Connect(broker.Host, broker.Port, keepAliveSeconds: 5);
        Assert.Equal(19, await impatient.Disconnected()); // MOSQ_ERR_KEEPALIVE

        broker.Resume();
        Assert.Equal(0, await patient.Connected());
    }

    [Theory]
    [InlineData("site", "wrong")]
    [InlineData("nobody", "secret")]
    [InlineData(null, null)]
    public async Task Who_cannot_prove_who_he_is_gets_the_reason_code(string? user, string? password)
    {
        await using var broker = await Broker.StartNew(WithUsers(), Cancellation);
        using var session = new Session();
        session.Client.Credentials(user, password);

        session.Client.Connect(broker.Host, broker.Port);

        Assert.Equal(5, await session.Connected());
        Assert.Equal(5, await session.Disconnected());
        Assert.Contains("not authorised", MosquittoLibrary.DescribeConnack(5), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_ACL_lets_a_site_write_its_own_topics_only()
    {
        await using var broker = await Broker.StartNew(
            WithUsers() with { Acl = "user noc\ntopic read #\npattern write ixp/%u/#" }, Cancellation);
        using var noc = await As(broker, "noc");
        await noc.Subscribe("ixp/#", 1);
        using var site = await As(broker, "site");

        await site.PublishAndWait("ixp/other/power", "forged"u8.ToArray());
        await site.PublishAndWait("ixp/site/power", "own"u8.ToArray());

        Assert.Equal("ixp/site/power", (await noc.Message()).Topic);
    }

    [Fact]
    public async Task A_taken_port_is_told_in_the_brokers_own_words()
    {
        using var squatter = new TcpListener(IPAddress.Loopback, 0);
        squatter.Start();
        int port = ((IPEndPoint)squatter.LocalEndpoint).Port;

        var failure = await Assert.ThrowsAsync<BrokerException>(
            () => Broker.StartNew(new BrokerOptions { Port = port }, Cancellation));

        Assert.Contains("in use", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_configuration_is_told_and_leaves_nothing_behind()
    {
        var failure = await Assert.ThrowsAsync<BrokerException>(
            () => Broker.StartNew(new BrokerOptions { ExtraConfiguration = ["no_such_option 1"] }, Cancellation));
        Assert.Contains("no_such_option", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_disposed_broker_takes_its_folder_along()
    {
        var broker = await Broker.StartNew(cancellation: Cancellation);
        string folder = Path.GetDirectoryName(broker.LogFile)!;
        Assert.True(Directory.Exists(folder));
        await broker.DisposeAsync();
        await broker.DisposeAsync();
        Assert.False(broker.IsRunning);
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public async Task Many_brokers_run_side_by_side()
    {
        var brokers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Broker.StartNew(cancellation: Cancellation)));
        Assert.Equal(brokers.Length, brokers.Select(broker => broker.Port).Distinct().Count());
        foreach (var broker in brokers)
            await broker.DisposeAsync();
    }

    static BrokerOptions WithUsers() =>
        new() { Users = new Dictionary<string, string>(StringComparer.Ordinal) { ["site"] = "secret", ["noc"] = "secret" } };

    static async Task<Session> As(Broker broker, string user)
    {
        var session = new Session();
        session.Client.Credentials(user, "secret");
        session.Client.Connect(broker.Host, broker.Port);
        Assert.Equal(0, await session.Connected());
        return session;
    }
}

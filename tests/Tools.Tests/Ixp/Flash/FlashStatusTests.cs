using Ixp.Enroll;
using Ixp.Flash;
using Ixp.Sites;
using Ixp.Sites.Secrets;
using Mosquitto;
using Xunit;
using static Tools.Tests.Ixp.Samples;

namespace Tools.Tests.Ixp.Flash;

/// <summary>Flashing ends when the device's status is at the broker: the one of this start, not one that was kept there.</summary>
public sealed class FlashStatusTests : IDisposable
{
    private const string Running = "boot: running 0.1.0 on ESP32_OLIMEX 1.17.0.20, session 3";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly FakeNanoff _nanoff = new();
    private readonly StringWriter _shown = new();
    private readonly string _image = Path.GetTempFileName();
    private readonly string _account = Path.GetTempFileName();

    public FlashStatusTests() => File.WriteAllText(_account, new BrokerAccount("noc", "secret of noc").FileText());

    public void Dispose()
    {
        _nanoff.Dispose();
        File.Delete(_image);
        File.Delete(_account);
    }

    [Fact]
    public async Task Status_of_this_start_is_awaited()
    {
        await using var broker = await Start();
        using var device = await Device(broker, "{\"online\":1,\"session\":2}");
        using var board = new FakeBoard(Running);
        board.Restarted += () => device.Publish("ixp/v1/demo/demo-rack1/status", "{\"online\":1,\"session\":3}"u8, qos: 1, retain: true);

        await Flash(board, broker.Port, Patience);
        Assert.Contains("status at the broker: done", _shown.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Status_that_was_kept_there_is_none()
    {
        await using var broker = await Start();
        using var device = await Device(broker, "{\"online\":1,\"session\":2}");
        using var board = new FakeBoard(Running);
        board.Restarted += () => device.Publish("ixp/v1/demo/demo-rack1/status", "not even JSON"u8, qos: 1);

        var failure = await Assert.ThrowsAsync<FlashException>(() => Flash(board, broker.Port, TimeSpan.FromSeconds(3)));
        Assert.StartsWith("the board runs, but no status of it reached the broker.\nNext: Look at its light", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Broker_that_this_PC_cannot_ask_is_no_failure()
    {
        using var board = new FakeBoard(Running);
        await Flash(board, LoopbackPort.Pick(), Patience);
        Assert.Contains("not asked from this PC: The broker 127.0.0.1:", _shown.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret of noc", _shown.ToString(), StringComparison.Ordinal);
    }

    private static Task<Broker> Start() => Broker.StartNew(
        new BrokerOptions { Users = new Dictionary<string, string> { ["noc"] = "secret of noc", ["demo-rack1"] = "secret of the rack" } },
        TestContext.Current.CancellationToken);

    private static async Task<MosquittoClient> Device(Broker broker, string kept)
    {
        var published = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var client = new MosquittoClient("demo-rack1");
        client.Published += _ => published.TrySetResult();
        client.Credentials("demo-rack1", "secret of the rack");
        Assert.Equal(0, await client.ConnectAsync(broker.Host, broker.Port, Patience, TestContext.Current.CancellationToken));
        client.Publish("ixp/v1/demo/demo-rack1/status", System.Text.Encoding.UTF8.GetBytes(kept), qos: 1, retain: true);
        await published.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
        return client;
    }

    private Task Flash(FakeBoard board, int brokerPort, TimeSpan statusPatience)
    {
        var order = new FlashOrder
        {
            Board = GoodBoard,
            Site = new CheckedSite(GoodSite, GoodBoard, new SiteSecrets()),
            Port = board.Port,
            Image = _image,
            FirmwareVersion = "1.17.0.20",
            Account = _account,
            NocPort = brokerPort,
        };
        return new FlashRun(order, new Nanoff(_nanoff.Program), new PlainFlashView(_shown)) { StatusPatience = statusPatience }.Run(TestContext.Current.CancellationToken);
    }
}

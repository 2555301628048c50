using Mosquitto;
using Xunit;

namespace Tools.Tests.Mosquitto;

public sealed class DisposeTests
{
    const int Clients = 100;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_hundred_clients_come_and_go_and_leave_no_connection_and_no_will(bool waitForConnected)
    {
        await using var broker = await Broker.StartNew(
            new BrokerOptions { ExtraConfiguration = ["sys_interval 1"] }, TestContext.Current.CancellationToken);
        using var wills = await Session.Open(broker, "will/#");

        var storm = Enumerable.Range(0, Clients).Select(n => new Session($"storm-{n}")).ToList();
        foreach (var session in storm)
        {
            session.Client.Will($"will/{session.Client.ClientId}", "gone"u8);
            session.Client.Connect(broker.Host, broker.Port);
        }
        if (waitForConnected)
        {
            foreach (var session in storm)
                Assert.Equal(0, await session.Connected());
        }
        Parallel.ForEach(storm, session =>
        {
            session.Dispose();
            session.Dispose();
        });

        // The two witnesses are all that is left.
        using var statistics = await Session.Open(broker, "$SYS/broker/clients/connected", 0);
        while (await statistics.Text() != "2")
        {
        }
        if (waitForConnected)
            Assert.Equal(0, wills.Waiting);
    }

    [Fact]
    public async Task A_handler_may_dispose_its_own_client()
    {
        await using var broker = await Broker.StartNew(cancellation: TestContext.Current.CancellationToken);
        using var receiver = await Session.Open(broker, "status");
        using var session = new Session("own");
        session.Client.Will("status", "will"u8);
        session.Client.Connected += _ =>
        {
            session.Client.Publish("status", "last word"u8);
            session.Client.Dispose();
        };

        session.Client.Connect(broker.Host, broker.Port);

        Assert.Equal("last word", await receiver.Text());
    }

    [Fact]
    public async Task Disposing_while_another_thread_publishes_ends_in_a_clean_refusal()
    {
        await using var broker = await Broker.StartNew(cancellation: TestContext.Current.CancellationToken);
        var session = await Session.Open(broker);
        var publishing = Task.Run(
            () =>
            {
                while (true)
                    session.Client.Publish("flood", "x"u8);
            },
            TestContext.Current.CancellationToken);
        await session.Published();

        session.Dispose();

        var failure = await Record.ExceptionAsync(() => publishing);
        Assert.True(failure is ObjectDisposedException or MosquittoException { Code: 4 }, failure?.ToString());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_handler_that_waits_holds_up_neither_publish_nor_dispose_of_another_thread(int qos)
    {
        await using var broker = await Broker.StartNew(cancellation: TestContext.Current.CancellationToken);
        var session = await Session.Open(broker, "n");
        using var free = new ManualResetEventSlim();
        var waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        session.Client.Published += _ =>
        {
            waiting.TrySetResult();
            free.Wait(TestContext.Current.CancellationToken);
        };

        session.Client.Publish("n", "1"u8, qos);
        await waiting.Task;
        session.Client.Publish("n", "2"u8, qos);
        session.Client.Subscribe("m");
        session.Dispose();
        free.Set();
    }

    [Fact]
    public void A_forgotten_client_is_collected()
    {
        var forgotten = Forget();
        for (int i = 0; i < 5 && forgotten.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        Assert.False(forgotten.IsAlive);
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    static WeakReference Forget() => new(new MosquittoClient("forgotten"));
}

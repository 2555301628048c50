using System.Text;
using Mosquitto;
using Xunit;

namespace Tools.Tests.Mosquitto;

public sealed class MosquittoClientTests : IAsyncLifetime
{
    Broker broker = null!;

    public async ValueTask InitializeAsync() => broker = await Broker.StartNew(cancellation: TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => broker.DisposeAsync();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_message_arrives_at_its_QoS_and_is_confirmed(int qos)
    {
        using var receiver = await Session.Open(broker, "rack/+", qos);
        using var sender = await Session.Open(broker);

        await sender.PublishAndWait("rack/power", "{\"mains\":1}"u8.ToArray(), qos);

        var message = await receiver.Message();
        Assert.Equal("rack/power", message.Topic);
        Assert.Equal("{\"mains\":1}", Encoding.UTF8.GetString(message.Payload));
        Assert.Equal(qos, message.Qos);
        Assert.False(message.Retain);
    }

    [Fact]
    public async Task A_retained_message_meets_who_subscribes_later()
    {
        using var sender = await Session.Open(broker);
        await sender.PublishAndWait("status", "online"u8.ToArray(), retain: true);

        using var receiver = await Session.Open(broker, "status");
        var message = await receiver.Message();
        Assert.True(message.Retain);
        Assert.Equal("online"u8.ToArray(), message.Payload);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(65536)]
    public async Task A_payload_arrives_byte_by_byte_with_its_NULs(int length)
    {
        var payload = new byte[length];
        for (int i = 0; i < length; i++)
            payload[i] = (byte)i;
        using var receiver = await Session.Open(broker, "bytes");

        receiver.Client.Publish("bytes", payload, qos: 1);

        Assert.Equal(payload, (await receiver.Message()).Payload);
    }

    [Fact]
    public async Task A_topic_may_be_any_UTF8()
    {
        const string topic = "Zürich/機架/🌡";
        using var receiver = await Session.Open(broker, topic);

        receiver.Client.Publish(topic, "x"u8);

        Assert.Equal(topic, (await receiver.Message()).Topic);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_thousand_messages_keep_their_order(int qos)
    {
        const int count = 1000;
        using var receiver = await Session.Open(broker, "n", qos);
        using var sender = await Session.Open(broker);

        for (int i = 0; i < count; i++)
            sender.Client.Publish("n", BitConverter.GetBytes(i), qos);

        for (int i = 0; i < count; i++)
            Assert.Equal(i, BitConverter.ToInt32((await receiver.Message()).Payload));
    }

    [Fact]
    public async Task What_was_refused_before_the_broker_answered_is_not_sent_later()
    {
        using var receiver = await Session.Open(broker, "n");
        using var sender = new Session();
        Assert.Equal(4, Assert.Throws<MosquittoException>(() => sender.Client.Publish("n", "early"u8, qos: 1)).Code);
        sender.Client.Connect(broker.Host, broker.Port);
        Assert.Equal(0, await sender.Connected());
        sender.Client.Publish("n", "in time"u8, qos: 1);

        Assert.Equal("in time", await receiver.Text());
    }

    [Fact]
    public async Task An_abort_lets_the_broker_publish_the_will()
    {
        using var receiver = await Session.Open(broker, "status");
        using var sender = new Session("rack");
        sender.Client.Will("status", "gone"u8, qos: 1, retain: true);
        sender.Client.Connect(broker.Host, broker.Port);
        Assert.Equal(0, await sender.Connected());

        sender.Client.Abort();

        Assert.Equal("gone", await receiver.Text());
    }

    [Fact]
    public async Task A_disconnect_takes_the_will_back()
    {
        using var receiver = await Session.Open(broker, "#");
        using var sender = new Session();
        sender.Client.Will("status", "gone"u8);
        sender.Client.Connect(broker.Host, broker.Port);
        Assert.Equal(0, await sender.Connected());

        sender.Client.Disconnect();
        Assert.Equal(0, await sender.Disconnected());
        Assert.Equal("", sender.Client.LastError);

        // Its second connection comes after the broker has dealt with the end of the first.
        sender.Client.Connect(broker.Host, broker.Port);
        Assert.Equal(0, await sender.Connected());
        sender.Client.Publish("after", "x"u8);
        Assert.Equal("after", (await receiver.Message()).Topic);
    }

    [Fact]
    public async Task Unsubscribe_is_confirmed_and_ends_delivery()
    {
        using var session = await Session.Open(broker, "a");
        await session.Subscribe("b", 1);
        var confirmed = new TaskCompletionSource<int>();
        session.Client.Unsubscribed += mid => confirmed.TrySetResult(mid);

        int unsubscription = session.Client.Unsubscribe("a");
        session.Client.Publish("a", "x"u8);
        session.Client.Publish("b", "x"u8);

        Assert.Equal("b", (await session.Message()).Topic);
        Assert.Equal(unsubscription, await confirmed.Task);
    }

    [Fact]
    public async Task A_handler_may_publish_and_a_throwing_one_is_reported_and_harms_nothing()
    {
        using var session = await Session.Open(broker, "#");
        var failures = new TaskCompletionSource<Exception>();
        session.Client.HandlerFailed += failure =>
        {
            failures.TrySetResult(failure);
            throw new InvalidOperationException("even here");
        };
        session.Client.Message += message =>
        {
            if (message.Topic == "cmd")
            {
                session.Client.Publish("result", message.Payload);
                throw new FormatException("bad command");
            }
        };

        session.Client.Publish("cmd", "1"u8, qos: 1);

        Assert.Equal("cmd", (await session.Message()).Topic);
        Assert.Equal("result", (await session.Message()).Topic);
        Assert.IsType<FormatException>(await failures.Task);
    }

    [Fact]
    public void Calls_in_the_wrong_state_are_refused_in_words()
    {
        using var client = new MosquittoClient("early");
        var failure = Assert.Throws<MosquittoException>(() => client.Publish("power", "x"u8));
        Assert.Equal(4, failure.Code);
        Assert.StartsWith("publish to 'power': The client is not currently connected", failure.Message, StringComparison.Ordinal);
        Assert.Throws<MosquittoException>(() => client.Publish("a/#", "x"u8));
        Assert.Throws<MosquittoException>(() => client.Subscribe("a#"));
        Assert.Throws<ArgumentException>(() => client.Publish("a\0b", "x"u8));
        Assert.Throws<ArgumentException>(() => new MosquittoClient(null, cleanSession: false));
        Assert.Throws<ArgumentOutOfRangeException>(() => client.Connect("localhost", 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => client.Connect("localhost", 1883, keepAliveSeconds: 4));
        Assert.Throws<FileNotFoundException>(() => client.Tls("no-such.pem"));

        client.Dispose();
        client.Dispose();
        Assert.Throws<ObjectDisposedException>(() => client.Publish("power", "x"u8));
        Assert.Throws<ObjectDisposedException>(() => client.Connect("localhost"));
        client.Disconnect();
    }

    [Fact]
    public async Task A_second_connect_is_refused_while_the_first_lasts()
    {
        using var session = await Session.Open(broker);
        Assert.Throws<InvalidOperationException>(() => session.Client.Connect(broker.Host, broker.Port));
    }
}

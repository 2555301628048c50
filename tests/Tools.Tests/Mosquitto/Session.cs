using System.Text;
using System.Threading.Channels;
using Mosquitto;
using Xunit;

namespace Tools.Tests.Mosquitto;

/// <summary>A client whose events can be awaited, in the order they came. Every wait fails after half a minute.</summary>
internal sealed class Session : IDisposable
{
    readonly Channel<int> connected = Channel.CreateUnbounded<int>();
    readonly Channel<int> disconnected = Channel.CreateUnbounded<int>();
    readonly Channel<int> published = Channel.CreateUnbounded<int>();
    readonly Channel<int> granted = Channel.CreateUnbounded<int>();
    readonly Channel<MosquittoMessage> messages = Channel.CreateUnbounded<MosquittoMessage>();

    public Session(string? clientId = null, bool cleanSession = true)
    {
        Client = new MosquittoClient(clientId, cleanSession);
        Client.Connected += code => connected.Writer.TryWrite(code);
        Client.Disconnected += reason => disconnected.Writer.TryWrite(reason);
        Client.Published += mid => published.Writer.TryWrite(mid);
        Client.Subscribed += (_, qos) => granted.Writer.TryWrite(qos);
        Client.Message += message => messages.Writer.TryWrite(message);
    }

    public MosquittoClient Client { get; }

    /// <summary>Messages that are here but not read yet.</summary>
    public int Waiting => messages.Reader.Count;

    public static async Task<Session> Open(Broker broker, string? filter = null, int qos = 1)
    {
        var session = new Session();
        session.Client.Connect(broker.Host, broker.Port);
        Assert.Equal(0, await session.Connected());
        if (filter != null)
            await session.Subscribe(filter, qos);
        return session;
    }

    public async Task Subscribe(string filter, int qos)
    {
        Client.Subscribe(filter, qos);
        Assert.Equal(qos, await Next(granted));
    }

    public async Task PublishAndWait(string topic, ReadOnlyMemory<byte> payload, int qos = 1, bool retain = false)
    {
        int mid = Client.Publish(topic, payload.Span, qos, retain);
        Assert.Equal(mid, await Published());
    }

    public Task<int> Connected() => Next(connected);

    public Task<int> Disconnected() => Next(disconnected);

    public Task<int> Published() => Next(published);

    public Task<MosquittoMessage> Message() => Next(messages);

    public async Task<string> Text() => Encoding.UTF8.GetString((await Message()).Payload);

    public void Dispose() => Client.Dispose();

    static Task<T> Next<T>(Channel<T> channel)
    {
        var cancellation = TestContext.Current.CancellationToken;
        return channel.Reader.ReadAsync(cancellation).AsTask().WaitAsync(TimeSpan.FromSeconds(30), cancellation);
    }
}

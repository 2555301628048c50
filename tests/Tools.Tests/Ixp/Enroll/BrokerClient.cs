using System.Text;
using System.Threading.Channels;
using Mosquitto;
using Xunit;

namespace Tools.Tests.Ixp.Enroll;

/// <summary>A client with credentials, and the topics and texts that reach it.</summary>
internal sealed class BrokerClient : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Channel<string> _heard = Channel.CreateUnbounded<string>();
    private readonly Channel<int> _subscribed = Channel.CreateUnbounded<int>();
    private readonly Channel<int> _published = Channel.CreateUnbounded<int>();
    private readonly Channel<int> _lost = Channel.CreateUnbounded<int>();
    private readonly MosquittoClient _client;

    /// <param name="id">Its client id; null lets the broker choose.</param>
    public BrokerClient(string? id, string? user = null, string? password = null)
    {
        _client = new MosquittoClient(id);
        if (user is not null)
            _client.Credentials(user, password);
        _client.Message += m => _heard.Writer.TryWrite($"{m.Topic} {Encoding.UTF8.GetString(m.Payload)}");
        _client.Subscribed += (_, qos) => _subscribed.Writer.TryWrite(qos);
        _client.Published += id => _published.Writer.TryWrite(id);
        _client.Disconnected += reason => _lost.Writer.TryWrite(reason);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public BrokerClient WithTls(string caFile, string? certificateFile = null, string? keyFile = null)
    {
        _client.Tls(caFile, certificateFile, keyFile);
        return this;
    }

    /// <returns>Return code of the CONNACK, 0 when accepted; -1 if the connection ended before one.</returns>
    public async Task<int> Connect(int port)
    {
        var answered = _client.ConnectAsync("127.0.0.1", port, Patience, Cancellation);
        var lost = _lost.Reader.WaitToReadAsync(Cancellation).AsTask();
        await Task.WhenAny(answered, lost).WaitAsync(Patience, Cancellation);
        return answered.IsCompletedSuccessfully ? await answered : -1;
    }

    public async Task<BrokerClient> Connected(int port)
    {
        Assert.Equal(0, await Connect(port));
        return this;
    }

    /// <summary>Asks for topics; the broker's answer says nothing on whether they are allowed.</summary>
    public async Task Subscribe(params string[] filters)
    {
        foreach (string filter in filters)
        {
            _client.Subscribe(filter, qos: 1);
            await Next(_subscribed);
        }
    }

    /// <summary>Publishes, and waits until the broker has it; it acknowledges what is denied as well.</summary>
    public async Task Say(string topic, string text, bool retain = false)
    {
        _client.Publish(topic, Encoding.UTF8.GetBytes(text), qos: 1, retain);
        await Next(_published);
    }

    /// <summary>The next topic and text.</summary>
    public Task<string> Hear() => Next(_heard);

    /// <summary>The connection was ended by the other side.</summary>
    public Task<int> Lost() => Next(_lost);

    public void Dispose() => _client.Dispose();

    private static Task<T> Next<T>(Channel<T> channel) => channel.Reader.ReadAsync(Cancellation).AsTask().WaitAsync(Patience, Cancellation);
}

using System.Net;
using System.Text;
using Mosquitto;
using nanoFramework.M2Mqtt.Exceptions;
using VirtualBoard.Net;
using VirtualBoard.Running;

namespace VirtualBoard.Mqtt;

/// <summary>
/// One connection of libmosquitto to the broker, through the board's link. Board threads call; what libmosquitto tells on its
/// own thread waits in a queue for the board's receive thread.
/// </summary>
internal sealed class BrokerConnection : IDisposable
{
    private const int LeastKeepAlive = 5;
    private static readonly byte[] PingRequest = [0xC0, 0x00];

    private readonly Interpreter _interpreter = Interpreter.Current;
    private readonly RelayConnection _relay;
    private readonly Queue<Notice> _notices = new();
    private readonly Dictionary<int, IDisposable> _owed = [];
    private readonly Signal _arrived = new(autoReset: true);
    private readonly Signal _heard = new(autoReset: false);
    private MosquittoClient? _client;
    private IDisposable? _answer;

    internal BrokerConnection(RelayConnection relay)
    {
        _relay = relay;
        _relay.Watch(new PacketReader());
        _relay.Heard += () => _interpreter.Set(_heard);
    }

    /// <summary>The connection was neither lost nor closed.</summary>
    internal bool IsOpen { get; private set; } = true;

    /// <summary>Uptime in µs when something was sent last.</summary>
    internal long LastSent { get; private set; }

    /// <summary>Starts the CONNECT; a notice tells the answer.</summary>
    internal void Connect(ConnectRequest request)
    {
        var client = new MosquittoClient(request.ClientId, request.CleanSession);
        client.Connected += code => Post(new Notice(NoticeKind.Connected, code));
        client.Disconnected += _ =>
        {
            Post(new Notice(NoticeKind.Disconnected));
            client.Dispose();
        };
        client.Published += mid => Post(new Notice(NoticeKind.Acknowledged, mid));
        client.Subscribed += (mid, granted) => Post(new Notice(NoticeKind.Acknowledged, mid, granted));
        client.Unsubscribed += mid => Post(new Notice(NoticeKind.Acknowledged, mid));
        client.Message += message => Post(new Notice(NoticeKind.Message, Message: message));
        // The client above bounds what is in flight, this library must not.
        client.MaxInflight(ushort.MaxValue);
        if (request.Username is not null)
            client.Credentials(request.Username, request.Password);
        if (request.Will is { } will)
            client.Will(will.Topic, Encoding.UTF8.GetBytes(will.Message), (int)will.Qos, will.Retain);
        _client = client;
        _answer = _relay.Expect();
        int keepAlive = request.KeepAlive == 0 ? 0 : Math.Max(LeastKeepAlive, (int)request.KeepAlive);
        LastSent = _interpreter.UptimeMicros;
        client.Connect(IPAddress.Loopback.ToString(), _relay.LocalPort, keepAlive);
    }

    /// <returns>libmosquitto's id, which a notice will name.</returns>
    /// <exception cref="MqttCommunicationException">The connection is gone.</exception>
    internal int Publish(string topic, byte[] payload, int qos, bool retain)
    {
        int mid = Send(client => client.Publish(topic, payload, qos, retain));
        if (qos > 0)
            _owed[mid] = _relay.Expect();
        return mid;
    }

    /// <inheritdoc cref="Publish"/>
    internal int Subscribe(string filter, int qos) => SendAndExpect(client => client.Subscribe(filter, qos));

    /// <inheritdoc cref="Publish"/>
    internal int Unsubscribe(string filter) => SendAndExpect(client => client.Unsubscribe(filter));

    /// <summary>Sends DISCONNECT.</summary>
    /// <exception cref="MqttCommunicationException">The connection is gone.</exception>
    internal void Disconnect()
    {
        ThrowIfGone();
        IsOpen = false;
        _client!.Dispose();
    }

    /// <summary>Sends PINGREQ and waits until anything of the broker arrives.</summary>
    /// <returns>False when nothing did in time.</returns>
    internal bool Ping(long timeoutMs, Signal stop)
    {
        if (!IsOpen)
            return false;

        _interpreter.Reset(_heard);
        using var answer = _relay.Expect();
        LastSent = _interpreter.UptimeMicros;
        _relay.Insert(PingRequest);
        return _interpreter.Wait([_heard, stop], timeoutMs) >= 0;
    }

    /// <summary>Waits for what libmosquitto tells next, or for <see cref="Dispose"/>.</summary>
    internal Notice? Next()
    {
        while (true)
        {
            lock (_notices)
            {
                if (_notices.TryDequeue(out var notice))
                    return Receive(notice);
            }

            if (!IsOpen)
                return null;
            _interpreter.Wait([_arrived], -1);
        }
    }

    /// <summary>Nobody waits for the answer to the CONNECT any more.</summary>
    internal void Answered() => _answer?.Dispose();

    /// <summary>Closes the socket without a word, so that the broker publishes the will.</summary>
    public void Dispose()
    {
        bool wasOpen = IsOpen;
        IsOpen = false;
        _interpreter.Set(_arrived);
        Settle();
        if (!wasOpen)
            return;

        _relay.Dispose();
        _client?.Abort();
    }

    private Notice Receive(Notice notice)
    {
        switch (notice.Kind)
        {
            case NoticeKind.Acknowledged when _owed.Remove(notice.Value, out var owed):
                owed.Dispose();
                break;
            case NoticeKind.Disconnected:
                IsOpen = false;
                Settle();
                _relay.Dispose();
                break;
        }

        return notice;
    }

    private void Settle()
    {
        _answer?.Dispose();
        foreach (var owed in _owed.Values)
            owed.Dispose();
        _owed.Clear();
    }

    private int SendAndExpect(Func<MosquittoClient, int> send)
    {
        int mid = Send(send);
        _owed[mid] = _relay.Expect();
        return mid;
    }

    private int Send(Func<MosquittoClient, int> send)
    {
        ThrowIfGone();
        try
        {
            int mid = send(_client!);
            LastSent = _interpreter.UptimeMicros;
            return mid;
        }
        catch (Exception e) when (e is MosquittoException or ObjectDisposedException)
        {
            throw new MqttCommunicationException(e);
        }
    }

    private void ThrowIfGone()
    {
        if (!IsOpen || _client is null)
            throw new MqttCommunicationException();
    }

    private void Post(Notice notice)
    {
        lock (_notices)
            _notices.Enqueue(notice);
        _interpreter.Set(_arrived);
    }
}

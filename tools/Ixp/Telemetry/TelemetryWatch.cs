using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mosquitto;

namespace Ixp.Telemetry;

/// <summary>Listens to one device at a broker, as a NOC would, and keeps the account of what has arrived.</summary>
public sealed class TelemetryWatch : IDisposable
{
    private readonly Lock _gate = new();
    private readonly MosquittoClient _client = new();
    private readonly string _root;
    private readonly HashSet<string> _paths = new(StringComparer.Ordinal);
    private readonly SortedDictionary<long, SessionRecord> _sessions = [];
    private readonly TaskCompletionSource _online = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource _subscribed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _messages;
    private int _unreadable;

    public TelemetryWatch(string site, string device)
    {
        _root = $"ixp/v1/{site}/{device}/";
        _client.Message += Take;
    }

    /// <summary>A message arrived. Raised on the thread of the MQTT client.</summary>
    public event Action<TelemetryMessage>? Arrived;

    /// <summary>The broker is gone; <see cref="Subscribed"/> will complete anew. Raised on the thread of the MQTT client.</summary>
    public event Action? Lost;

    /// <summary>Completes when the device has told that it is online.</summary>
    public Task Online => _online.Task;

    /// <summary>Completes when the broker has the subscription; anew after each loss of the broker.</summary>
    public Task Subscribed => Volatile.Read(ref _subscribed).Task;

    /// <summary>Messages that arrived as news.</summary>
    public int Messages => Volatile.Read(ref _messages);

    /// <summary>Messages that were no JSON.</summary>
    public int Unreadable => Volatile.Read(ref _unreadable);

    /// <summary>Connects and subscribes.</summary>
    /// <exception cref="MosquittoException">The broker cannot be reached or refuses.</exception>
    public async Task Start(string host, int port, CancellationToken cancellation)
    {
        var connected = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        _client.Connected += code =>
        {
            connected.TrySetResult(code);
            if (code == 0)
                _client.Subscribe(_root + "#", qos: 1);
        };
        _client.Subscribed += (_, _) => _subscribed.TrySetResult();
        _client.Disconnected += reason =>
        {
            if (Subscribed.IsCompleted)
                Volatile.Write(ref _subscribed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            Lost?.Invoke();
            _ = Reconnect(host, port);
        };
        _client.Connect(host, port, keepAliveSeconds: 30);
        int code = await connected.Task.WaitAsync(TimeSpan.FromSeconds(10), cancellation);
        if (code != 0)
            throw new MosquittoException($"The broker {host}:{port} refuses the connection: {MosquittoLibrary.DescribeConnack(code)}.", code);
        await Subscribed.WaitAsync(TimeSpan.FromSeconds(10), cancellation);
    }

    /// <returns>What of the expected paths has not arrived.</returns>
    public IReadOnlyList<string> MissingOf(IEnumerable<string> expected)
    {
        lock (_gate)
            return [.. expected.Where(p => !_paths.Contains(p))];
    }

    /// <summary>The sessions that sent something, by number.</summary>
    public IReadOnlyList<(long Session, long Last, long Missing, int Duplicates)> Sessions()
    {
        lock (_gate)
            return [.. _sessions.Select(s => (s.Key, s.Value.Last, s.Value.Missing, s.Value.Duplicates))];
    }

    /// <summary>Every report that was numbered has arrived.</summary>
    public bool IsComplete => Sessions().All(s => s.Missing == 0);

    public void Dispose() => _client.Dispose();

    private async Task Reconnect(string host, int port)
    {
        await Task.Delay(200);
        try
        {
            _client.Connect(host, port, keepAliveSeconds: 30);
        }
        catch (MosquittoException)
        {
            _ = Reconnect(host, port);
        }
        catch (ObjectDisposedException)
        {
            // The watch is over.
        }
    }

    private void Take(MosquittoMessage message)
    {
        if (!message.Topic.StartsWith(_root, StringComparison.Ordinal))
            return;

        string path = message.Topic[_root.Length..];
        string text = Encoding.UTF8.GetString(message.Payload);
        var payload = Parse(text);
        if (!message.Retain && !path.StartsWith("cmd/", StringComparison.Ordinal))
            Account(path, payload);
        if (!message.Retain && path is "status" && Number(payload, "online") == 1)
            _online.TrySetResult();
        Arrived?.Invoke(new TelemetryMessage(path, payload, text, message.Retain));
    }

    private void Account(string path, JsonNode? payload)
    {
        lock (_gate)
        {
            _paths.Add(path);
            _messages++;
            if (payload is null)
                _unreadable++;
            foreach (var report in payload is JsonArray array ? [.. array] : new[] { payload })
            {
                if (Number(report, "session") is { } session && Number(report, "seq") is { } sequence)
                {
                    if (!_sessions.TryGetValue(session, out var record))
                        _sessions[session] = record = new SessionRecord();
                    record.Take(sequence);
                }
            }
        }
    }

    private static JsonNode? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static long? Number(JsonNode? node, string key) =>
        node is JsonObject o && o[key] is JsonValue value && value.TryGetValue(out long number) ? number : null;
}

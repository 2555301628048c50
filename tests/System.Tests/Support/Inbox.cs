using System.Text.Json.Nodes;
using System.Threading.Channels;
using Ixp.Telemetry;

namespace SystemTests.Support;

/// <summary>What a device publishes, to be awaited message by message.</summary>
internal sealed class Inbox : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Messages on health in which what is on its way must have come.</summary>
    private const int CompletePatience = 10;

    private readonly Channel<TelemetryMessage> _messages = Channel.CreateUnbounded<TelemetryMessage>();
    private readonly List<TelemetryMessage> _seen = [];

    public Inbox(string site, string device)
    {
        Watch = new TelemetryWatch(site, device);
        Watch.Arrived += m => _messages.Writer.TryWrite(m);
    }

    public TelemetryWatch Watch { get; }

    /// <summary>All that was read so far.</summary>
    public IReadOnlyList<TelemetryMessage> Seen => _seen;

    /// <summary>Reads on until a message on that path fits.</summary>
    public async Task<JsonObject> Next(string path, Func<JsonObject, bool>? fits = null)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            await foreach (var message in _messages.Reader.ReadAllAsync(limit.Token))
            {
                _seen.Add(message);
                if (!message.WasRetained)
                    ContractGuard.Check(message);
                if (message is { WasRetained: false, Payload: JsonObject payload } && message.Path == path && (fits is null || fits(payload)))
                    return payload;
            }
        }
        catch (OperationCanceledException)
        {
            // Told below, with what came instead.
        }

        string instead = string.Join('\n', _seen.Where(m => m.Path == path).TakeLast(5).Select(m => m.Text));
        throw new TimeoutException($"No fitting message on {path}. The last ones there were:\n{instead}");
    }

    /// <summary>Reads on until all that was numbered so far has arrived.</summary>
    public async Task Complete()
    {
        for (int i = 0; i < CompletePatience && !Watch.IsComplete; i++)
            await Next("health");
        Assert.True(Watch.IsComplete, "Missing: " + string.Join("; ", Watch.Sessions()));
    }

    public void Dispose() => Watch.Dispose();
}

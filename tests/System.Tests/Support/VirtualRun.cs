using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Ixp.Running;
using Ixp.Sites;
using Ixp.Sites.Secrets;
using Ixp.Soak;
using Ixp.Telemetry;
using Mosquitto;
using VirtualRack.Faults;

namespace SystemTests.Support;

/// <summary>The whole firmware in virtual time, and all that it has published to a real broker; hours pass in seconds.</summary>
internal sealed class VirtualRun : IAsyncDisposable
{
    private readonly ConcurrentQueue<TelemetryMessage> _arrived = new();
    private readonly List<TelemetryMessage> _all = [];
    private readonly OutageWorld _world;

    private VirtualRun(OutageWorld world)
    {
        _world = world;
        Watch.Arrived += _arrived.Enqueue;
    }

    public Site Description => _world.Description;

    public VirtualSite Site => _world.Site;

    public TelemetryWatch Watch => _world.Watch;

    /// <summary>Threads of the firmware that ended by an exception; there must never be any.</summary>
    public IEnumerable<string> Deaths => _world.Deaths;

    /// <summary>All that was published so far, in order.</summary>
    public IReadOnlyList<TelemetryMessage> All => _all;

    /// <summary>Starts a broker and a site; the board is on, and no time has passed.</summary>
    /// <param name="beforeBoot">What is to be so from the beginning.</param>
    /// <param name="broker">What its broker is started with; as it stands unless told.</param>
    /// <param name="secrets">Of device and machines; none unless told.</param>
    public static async Task<VirtualRun> Start(
        Site site, Ixp.Sites.Board board, Action<VirtualSite>? beforeBoot = null, BrokerOptions? broker = null, SiteSecrets? secrets = null) =>
        new(await OutageWorld.Start(site, board, TestContext.Current.CancellationToken, broker, secrets, beforeBoot: beforeBoot));

    public void Fault(string order) => FaultOrder.Parse(order).Schedule(Site.Rack);

    /// <summary>Lets time pass.</summary>
    /// <returns>What was published meanwhile.</returns>
    public async Task<IReadOnlyList<TelemetryMessage>> Run(TimeSpan span)
    {
        int before = _all.Count;
        await _world.Run(span);
        while (_arrived.TryDequeue(out var message))
        {
            if (message is { WasRetained: false, Path: not "fence" })
            {
                ContractGuard.Check(message);
                _all.Add(message);
            }
        }

        return [.. _all.Skip(before)];
    }

    /// <summary>Ends the broker; time can only pass without reading what was published.</summary>
    public Task StopBroker() => _world.Broker.Stop();

    /// <summary>The last payload on a path.</summary>
    public JsonObject Last(string path) =>
        _all.LastOrDefault(m => m.Path == path)?.Payload as JsonObject ?? throw new InvalidOperationException($"Nothing on {path} yet.");

    public ValueTask DisposeAsync() => _world.DisposeAsync();
}

using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Ixp.Running;
using Ixp.Sites;
using Ixp.Telemetry;
using Mosquitto;
using VirtualBoard.Running;
using VirtualRack.Faults;

namespace SystemTests.Support;

/// <summary>The whole firmware in virtual time, publishing to a real broker; hours pass in seconds.</summary>
internal sealed class VirtualRun : IAsyncDisposable
{
    /// <summary>Real time that one wait for the loopback network may take.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(50);

    private readonly ConcurrentQueue<TelemetryMessage> _arrived = new();
    private readonly List<TelemetryMessage> _all = [];
    private readonly ConcurrentQueue<string> _deaths = new();
    private readonly TimeBase _time = TimeBase.Virtual();
    private readonly MosquittoClient _fence = new();
    private readonly Broker _broker;
    private int _fences;

    private VirtualRun(Broker broker, Site site, Ixp.Sites.Board board)
    {
        _broker = broker;
        Description = site with { Broker = site.Broker with { Host = broker.Host, Port = broker.Port } };
        Site = new VirtualSite(Description, board, _time);
        Site.Board.Link.Patience = Patience;
        Site.Board.ThreadDied += (thread, e) => _deaths.Enqueue($"{thread}: {e}");
        Watch = new TelemetryWatch(site.Name, site.Device);
        Watch.Arrived += _arrived.Enqueue;
    }

    public Site Description { get; }

    public VirtualSite Site { get; }

    public TelemetryWatch Watch { get; }

    /// <summary>Threads of the firmware that ended by an exception; there must never be any.</summary>
    public IEnumerable<string> Deaths => _deaths;

    /// <summary>All that was published so far, in order.</summary>
    public IReadOnlyList<TelemetryMessage> All => _all;

    /// <summary>Starts a broker and a site; the board is on, and no time has passed.</summary>
    /// <param name="beforeBoot">What is to be so from the beginning.</param>
    public static async Task<VirtualRun> Start(Site site, Ixp.Sites.Board board, Action<VirtualSite>? beforeBoot = null)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var run = new VirtualRun(await Broker.StartNew(cancellation: cancellation), site, board);
        await run.Watch.Start(run._broker.Host, run._broker.Port, cancellation);
        var connected = new TaskCompletionSource();
        run._fence.Connected += _ => connected.TrySetResult();
        run._fence.Connect(run._broker.Host, run._broker.Port);
        await connected.Task.WaitAsync(TimeSpan.FromSeconds(10), cancellation);
        beforeBoot?.Invoke(run.Site);
        run.Site.Boot();
        return run;
    }

    public void Fault(string order) => FaultOrder.Parse(order).Schedule(Site.Rack);

    /// <summary>Lets time pass.</summary>
    /// <returns>What was published meanwhile.</returns>
    public async Task<IReadOnlyList<TelemetryMessage>> Run(TimeSpan span)
    {
        _time.RunFor(span);
        int before = _all.Count;
        await Collect();
        return [.. _all.Skip(before)];
    }

    /// <summary>Ends the broker; time can only pass without reading what was published.</summary>
    public Task StopBroker() => _broker.Stop();

    /// <summary>The last payload on a path.</summary>
    public JsonObject Last(string path) =>
        _all.LastOrDefault(m => m.Path == path)?.Payload as JsonObject ?? throw new InvalidOperationException($"Nothing on {path} yet.");

    public async ValueTask DisposeAsync()
    {
        Site.Dispose();
        Watch.Dispose();
        _fence.Dispose();
        await _broker.DisposeAsync();
        _time.Dispose();
    }

    /// <summary>What the broker took before a message of ours, it also hands on before it.</summary>
    private async Task Collect()
    {
        string fence = $"{++_fences}";
        var passed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look(TelemetryMessage message)
        {
            if (message.Path == "fence" && message.Text == fence)
                passed.TrySetResult();
        }

        Watch.Arrived += Look;
        _fence.Publish($"ixp/v1/{Description.Name}/{Description.Device}/fence", System.Text.Encoding.ASCII.GetBytes(fence), qos: 1);
        await passed.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Watch.Arrived -= Look;
        while (_arrived.TryDequeue(out var message))
        {
            if (message is { WasRetained: false, Path: not "fence" })
                _all.Add(message);
        }
    }
}

using System.Text;
using Ixp.Running;
using Ixp.Sites;
using Ixp.Sites.Secrets;
using Ixp.Telemetry;
using Mosquitto;
using VirtualBoard.Running;

namespace Ixp.Soak;

/// <summary>A site in virtual time at a real broker that can be taken away; a day of outages passes in seconds.</summary>
public sealed class OutageWorld : IAsyncDisposable
{
    /// <summary>Real time that one wait for the loopback network may take.</summary>
    private static readonly TimeSpan NetworkPatience = TimeSpan.FromMilliseconds(50);

    /// <summary>Real time in which a broker on this machine answers.</summary>
    private static readonly TimeSpan BrokerPatience = TimeSpan.FromSeconds(30);

    private readonly TimeBase _time = TimeBase.Virtual();
    private readonly MosquittoClient _fence = new();
    private readonly CancellationToken _cancellation;
    private readonly List<string> _deaths = [];
    private TaskCompletionSource _isFenceGone = new();
    private int _fences;

    private OutageWorld(Broker broker, Site site, Sites.Board board, SiteSecrets? secrets, int seed, CancellationToken cancellation)
    {
        _cancellation = cancellation;
        Broker = broker;
        Description = site;
        Site = new VirtualSite(site, board, _time, seed, secrets);
        Board.Link.Patience = NetworkPatience;
        Board.ThreadDied += (thread, e) =>
        {
            lock (_deaths)
                _deaths.Add($"{thread}: {e}");
        };
        Watch = new TelemetryWatch(site.Name, site.Device);
        Account = new ReportAccount(Watch);
        _fence.Disconnected += _ => _isFenceGone.TrySetResult();
    }

    public Broker Broker { get; }

    /// <summary>The site with the broker that it really has.</summary>
    public Site Description { get; }

    public VirtualSite Site { get; }

    public VirtualBoard.Board Board => Site.Board;

    /// <summary>What a NOC has heard.</summary>
    public TelemetryWatch Watch { get; }

    public ReportAccount Account { get; }

    /// <summary>Virtual time since the world began.</summary>
    public TimeSpan Now => TimeSpan.FromMicroseconds(_time.NowMicros);

    /// <summary>Threads of the firmware that ended by an exception; there must never be any.</summary>
    public IReadOnlyList<string> Deaths
    {
        get
        {
            lock (_deaths)
                return [.. _deaths];
        }
    }

    /// <summary>Starts a broker and a site; the board is on, and no time has passed.</summary>
    /// <param name="brokerName">Name by which the site knows its broker; its address unless told.</param>
    /// <param name="devicePort">Port by which the site comes to its broker; that of the NOC unless told.</param>
    /// <param name="beforeBoot">What is to be so from the beginning.</param>
    /// <param name="boots">False leaves the board off, without a configuration.</param>
    /// <exception cref="MosquittoMissingException">mosquitto is not installed.</exception>
    public static async Task<OutageWorld> Start(
        Site site,
        Sites.Board board,
        CancellationToken cancellation,
        BrokerOptions? broker = null,
        SiteSecrets? secrets = null,
        string? brokerName = null,
        int seed = 1,
        int? devicePort = null,
        Action<VirtualSite>? beforeBoot = null,
        bool boots = true)
    {
        var started = await Broker.StartNew(broker, cancellation);
        var at = site with { Broker = site.Broker with { Host = brokerName ?? started.Host, Port = devicePort ?? started.Port } };
        var world = new OutageWorld(started, at, board, secrets, seed, cancellation);
        if (brokerName is not null)
            world.Board.Link.Names[brokerName] = System.Net.IPAddress.Loopback;
        await world.Watch.Start(started.Host, started.Port, cancellation);
        await world.ConnectFence();
        beforeBoot?.Invoke(world.Site);
        if (boots)
            world.Site.Boot();
        return world;
    }

    /// <summary>Lets time pass. What the broker took meanwhile is in the account afterwards.</summary>
    public async Task Run(TimeSpan span)
    {
        _time.RunFor(span);
        if (Broker.IsRunning)
            await Collect();
    }

    /// <summary>Lets time pass in such steps until something is so.</summary>
    /// <returns>The time it took; null if it did not come about in time.</returns>
    public async Task<TimeSpan?> RunUntil(Func<bool> isSo, TimeSpan step, TimeSpan limit)
    {
        var from = Now;
        while (!isSo())
        {
            if (Now - from >= limit)
                return null;
            await Run(step);
        }

        return Now - from;
    }

    /// <summary>Kills the broker, between two messages: what it had taken was handed on.</summary>
    public async Task KillBroker()
    {
        await Collect();
        var lost = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Note() => lost.TrySetResult();
        Watch.Lost += Note;
        await Broker.Kill();
        await lost.Task.WaitAsync(BrokerPatience, _cancellation);
        Watch.Lost -= Note;
        await _isFenceGone.Task.WaitAsync(BrokerPatience, _cancellation);
    }

    /// <summary>Starts the broker again. No time passes before the NOC listens, as one with a lasting session would.</summary>
    public async Task ReturnBroker()
    {
        await Broker.Start(_cancellation);
        await Watch.Subscribed.WaitAsync(BrokerPatience, _cancellation);
        await ConnectFence();
    }

    public async ValueTask DisposeAsync()
    {
        Site.Dispose();
        Watch.Dispose();
        _fence.Dispose();
        await Broker.DisposeAsync();
        _time.Dispose();
    }

    private async Task ConnectFence()
    {
        _isFenceGone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await _fence.ConnectAsync(Broker.Host, Broker.Port, BrokerPatience, _cancellation);
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
        _fence.Publish($"ixp/v1/{Description.Name}/{Description.Device}/fence", Encoding.ASCII.GetBytes(fence), qos: 1);
        await passed.Task.WaitAsync(BrokerPatience, _cancellation);
        Watch.Arrived -= Look;
    }
}

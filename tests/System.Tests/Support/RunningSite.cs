using System.Text.Json.Nodes;
using Ixp.Running;
using Ixp.Sites;
using Ixp.Sites.Secrets;
using Ixp.Telemetry;
using Mosquitto;
using VirtualBoard.Running;

namespace SystemTests.Support;

/// <summary>The whole firmware on its virtual board and rack, publishing to a real broker.</summary>
internal sealed class RunningSite : IAsyncDisposable
{
    private readonly TimeBase _time = TimeBase.Real();
    private readonly List<string> _deaths = [];

    private RunningSite(Broker broker, Site site, SiteSecrets? secrets)
    {
        Broker = broker;
        Description = site;
        Site = new VirtualSite(site, TestSite.Board, _time, secrets: secrets);
        Site.Board.ThreadDied += (thread, e) => _deaths.Add($"{thread}: {e}");
        Site.Board.ConsoleLine += line => Console.WriteLine(line);
        Inbox = new Inbox(site.Name, site.Device);
    }

    public Broker Broker { get; }

    public Site Description { get; }

    public VirtualSite Site { get; }

    public Inbox Inbox { get; }

    /// <summary>Threads of the firmware that ended by an exception; there must never be any.</summary>
    public IReadOnlyList<string> Deaths => _deaths;

    /// <summary>Starts a broker and a site; the board is on and nothing is known of it yet.</summary>
    /// <param name="change">What is different from the usual test site.</param>
    /// <param name="secrets">Of device and machines; none unless told.</param>
    public static async Task<RunningSite> Start(Func<Site, Site>? change = null, Action<RunningSite>? beforeBoot = null, SiteSecrets? secrets = null)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var broker = await Broker.StartNew(cancellation: cancellation);
        var site = TestSite.At(broker.Host, broker.Port);
        var running = new RunningSite(broker, change is null ? site : change(site), secrets);
        await running.Inbox.Watch.Start(broker.Host, broker.Port, cancellation);
        beforeBoot?.Invoke(running);
        running.Site.Boot();
        return running;
    }

    /// <summary>
    /// Starts the broker again. The board's cable stays pulled until the test listens, as a NOC with a lasting session would.
    /// </summary>
    public async Task Return()
    {
        Site.Board.Link.IsUp = false;
        await Broker.Start(TestContext.Current.CancellationToken);
        await Inbox.Watch.Subscribed.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Site.Board.Link.IsUp = true;
    }

    /// <summary>What the broker keeps on that path, as somebody finds it who comes only now.</summary>
    public async Task<JsonObject> Retained(string path)
    {
        var found = new TaskCompletionSource<JsonObject>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var watch = new TelemetryWatch(Description.Name, Description.Device);
        watch.Arrived += m =>
        {
            if (m.WasRetained && string.Equals(m.Path, path, StringComparison.Ordinal))
                found.TrySetResult(m.Payload!.AsObject());
        };
        await watch.Start(Broker.Host, Broker.Port, TestContext.Current.CancellationToken);
        return await found.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        Site.Dispose();
        Inbox.Dispose();
        await Broker.DisposeAsync();
        _time.Dispose();
    }
}

using System.Text.Json.Nodes;
using Ixp.Sites;
using Ixp.Sites.Secrets;
using SystemTests.Support;

namespace SystemTests.Network;

/// <summary>Tests of the whole firmware among real hosts; skipped, with the reason, where there can be none.</summary>
[Collection(nameof(NetworkTest))]
public abstract class NetworkTest : IAsyncDisposable
{
    private readonly List<IDisposable> _more = [];
    private TestNetwork? _network;
    private RunningSite? _running;

    protected NetworkTest() => Assert.SkipWhen(Namespace.WhyNot is not null, Namespace.WhyNot ?? "");

    internal TestNetwork Network => _network ??= new TestNetwork();

    internal RunningSite Running => _running ?? throw new InvalidOperationException("Start it first.");

    public async ValueTask DisposeAsync()
    {
        // The board first: what it still sends has to find its hosts.
        if (_running is not null)
        {
            Assert.Empty(_running.Deaths);
            await _running.DisposeAsync();
        }

        _more.ForEach(m => m.Dispose());
        _network?.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Disposes it with the test.</summary>
    internal T Own<T>(T part)
        where T : IDisposable
    {
        _more.Add(part);
        return part;
    }

    internal static TargetEntry Target(string kind, string name, TestHost host, int port = 0, int periodSeconds = 1, int timeoutMs = 500) =>
        new(kind, name, host.Address, port, periodSeconds, timeoutMs);

    internal async Task Start(params TargetEntry[] targets) => await Start(s => s with { Sensors = [], Targets = targets });

    internal async Task Start(Func<Site, Site> change, Action<RunningSite>? beforeBoot = null, SiteSecrets? secrets = null) => _running = await RunningSite.Start(
        change,
        r =>
        {
            Network.Connect(r.Site.Board.Link);
            beforeBoot?.Invoke(r);
        },
        secrets);

    /// <summary>The next message of a target in that state.</summary>
    internal Task<JsonObject> State(string target, int state) => Running.Inbox.Next("probe/" + target, p => (int)p["state"]! == state);

    /// <summary>The next message of a target that failed its check for that cause.</summary>
    internal Task<JsonObject> Cause(string target, int cause) => Running.Inbox.Next("probe/" + target, p => (int?)p["cause"] == cause);
}

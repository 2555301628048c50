using System.Collections.Concurrent;
using Ixp.Sites;
using Ixp.Sites.Secrets;
using Ixp.Soak;
using Mosquitto;
using SystemTests.Support;

namespace SystemTests.Faults;

/// <summary>Starts worlds, and knows how each of them has to end.</summary>
public abstract class FaultTest : IDisposable
{
    internal static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    internal static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    /// <summary>What of the messages broke the contract, once each.</summary>
    private readonly ConcurrentDictionary<string, byte> _breaches = new(StringComparer.Ordinal);

    internal async Task<OutageWorld> Start(
        Site? site = null, Board? board = null, BrokerOptions? broker = null, SiteSecrets? secrets = null, string? brokerName = null)
    {
        var world = await OutageWorld.Start(
            site ?? FaultSite.Small, board ?? FaultSite.Board, TestContext.Current.CancellationToken, broker, secrets, brokerName);
        world.Watch.Arrived += message =>
        {
            if (ContractGuard.Breach(message) is { } breach)
                _breaches[breach] = 0;
        };
        return world;
    }

    public void Dispose()
    {
        Assert.Empty(_breaches.Keys);
        GC.SuppressFinalize(this);
    }

    /// <summary>Runs on until what waited has drained.</summary>
    /// <returns>The virtual time it took.</returns>
    internal static async Task<TimeSpan> Drain(OutageWorld world)
    {
        long since = Sequence(world);
        var took = await world.RunUntil(() => Sequence(world) != since && world.Account.Figure("outbox_count") == 0, TimeSpan.FromSeconds(5), Patience);
        Assert.True(took.HasValue, $"{world.Account.Figure("outbox_count")} reports still wait; {Missing(world)}");
        await world.Run(Minute);
        return took.Value;
    }

    /// <summary>All is well again: nothing waits, nothing died, every number has arrived.</summary>
    internal static async Task AssertNothingIsMissing(OutageWorld world)
    {
        await Drain(world);
        Assert.True(world.Watch.IsComplete, Missing(world));
        Assert.Equal(0, world.Account.Figure("outbox_lost_count"));
        Assert.Empty(world.Deaths);
        Assert.Equal(world.Account.Births.Order(), world.Account.Births);
    }

    internal static string Missing(OutageWorld world) => "Missing: " + string.Join("; ", world.Watch.Sessions().Where(s => s.Missing > 0));

    /// <summary>Session and number of the newest health, as one number.</summary>
    private static long Sequence(OutageWorld world) =>
        ((world.Account.Figure("session") ?? 0) << 32) | (world.Account.Figure("seq") ?? 0);
}

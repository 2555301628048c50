using System.Text.Json.Nodes;
using Ixp.Sites;
using SystemTests.Support;

namespace SystemTests;

/// <summary>Brokers restart and cables are pulled: the device comes back by itself and nothing it told is missing.</summary>
public sealed class BrokerLossTests
{
    /// <summary>Few enough reports that an outage of half a minute drains in a moment.</summary>
    private static Site Unhurried(Site site) => site with
    {
        ReportSeconds = 5,
        Targets = [.. site.Targets.Select(t => t with { PeriodSeconds = 5 })],
    };

    [Fact]
    public async Task LongOutageLosesNothing()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var running = await RunningSite.Start();
        await running.Inbox.Next("climate");

        await running.Broker.Stop();
        await Task.Delay(TimeSpan.FromSeconds(20), cancellation); // the outage itself, with thirteen reports a second
        await running.Return();

        JsonObject health = await running.Inbox.Next("health", p => (int)p["outbox_count"]! < 20 && (int)p["connects_count"]! == 2);
        Assert.Equal(0, (int)health["outbox_lost_count"]!);
        await running.Inbox.Complete();
        Assert.True(running.Inbox.Watch.Sessions()[0].Last > 200);
        Assert.Empty(running.Deaths);
    }

    [Fact]
    public async Task KilledBrokerIsFoundAgainAndWhatWasTakenMeanwhileArrives()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var running = await RunningSite.Start(Unhurried);
        await running.Inbox.Next("climate");

        await running.Broker.Kill();
        await Task.Delay(TimeSpan.FromSeconds(10), cancellation); // the outage itself
        await running.Return();

        var birth = await running.Inbox.Next("status", p => (int)p["online"]! == 1);
        Assert.Equal(1, (int)birth["session"]!);
        await running.Inbox.Next("climate");
        await running.Inbox.Complete();
        Assert.Contains(running.Inbox.Seen, m => m.Path == "backlog/climate");
        Assert.Equal(2, (int)(await running.Inbox.Next("health", p => (int)p["connects_count"]! == 2))["connects_count"]!);
        Assert.Empty(running.Deaths);
    }

    [Fact]
    public async Task BacklogOfProbesNamesTheTarget()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var running = await RunningSite.Start(Unhurried);
        await running.Inbox.Next("probe/switch1");

        await running.Broker.Stop();
        await Task.Delay(TimeSpan.FromSeconds(4), cancellation); // the outage itself
        await running.Return();
        await running.Inbox.Next("probe/switch1");
        await running.Inbox.Complete();

        var backlog = running.Inbox.Seen.First(m => m.Path == "backlog/probe").Payload!.AsArray();
        Assert.All(backlog, p => Assert.Contains((string)p!["item"]!, TestSite.Read().Targets.Select(t => t.Name)));
    }

    [Fact]
    public async Task PulledCableBringsTheWillAndTheReturnBringsTheBirth()
    {
        await using var running = await RunningSite.Start(Unhurried);
        await running.Inbox.Next("climate");

        running.Site.Board.Link.IsUp = false;
        var will = await running.Inbox.Next("status", p => (int)p["online"]! == 0);
        Assert.Equal(1, (int)will["session"]!);

        running.Site.Board.Link.IsUp = true;
        await running.Inbox.Next("status", p => (int)p["online"]! == 1);
        await running.Inbox.Next("climate");
        await running.Inbox.Complete();
        Assert.Empty(running.Deaths);
    }

    [Fact]
    public async Task BrokerThatStallsWithoutClosingIsLeftAndFoundAgain()
    {
        await using var running = await RunningSite.Start(Unhurried);
        await running.Inbox.Next("climate");

        running.Broker.Pause();
        await Task.Delay(TimeSpan.FromSeconds(15), TestContext.Current.CancellationToken); // the outage itself
        running.Broker.Resume();

        await running.Inbox.Next("status", p => (int)p["online"]! == 1);
        await running.Inbox.Next("climate");
        await running.Inbox.Complete();
    }
}

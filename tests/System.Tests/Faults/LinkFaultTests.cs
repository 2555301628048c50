namespace SystemTests.Faults;

/// <summary>Cables, routers and name servers fail in the ways they do.</summary>
public sealed class LinkFaultTests : FaultTest
{
    [Fact]
    public async Task LinkIsDownForTenMinutes()
    {
        await using var world = await Start();
        await world.Run(2 * Minute);
        world.Board.Link.IsUp = false;
        await world.Run(10 * Minute);
        world.Board.Link.IsUp = true;
        await AssertNothingIsMissing(world);

        // A cable is no reason to start again.
        Assert.Single(world.Watch.Sessions());
        Assert.Equal(0, world.Account.Figure("failures_count"));
    }

    [Fact]
    public async Task NetworkSwallowsEverythingWhileConnectionsStayOpen()
    {
        await using var world = await Start();
        await world.Run(2 * Minute);
        foreach (int seconds in new[] { 5, 45, 600 })
        {
            world.Board.Link.Relay.IsStalled = true;
            await world.Run(seconds * Second);
            world.Board.Link.Relay.IsStalled = false;
            await AssertNothingIsMissing(world);
        }
    }

    [Fact]
    public async Task ConnectionsAreResetWhileMessagesAreUnderWay()
    {
        await using var world = await Start(FaultSite.Small with { ReportSeconds = 5 });
        var relay = world.Board.Link.Relay;
        relay.DelayIn = relay.DelayOut = TimeSpan.FromMilliseconds(150);
        await world.Run(Minute);
        var random = new Random(5);
        int resets = 0;
        for (int i = 0; i < 60; i++)
        {
            await world.Run(TimeSpan.FromMilliseconds(random.Next(3000, 9000)));
            resets += relay.OpenConnections;
            relay.Reset();
        }

        await AssertNothingIsMissing(world);
        Assert.InRange(resets, 30, 60);
        Assert.True(world.Watch.Sessions().Sum(s => s.Duplicates) > 0);
    }

    [Fact]
    public async Task NameOfTheBrokerDoesNotResolve()
    {
        await using var world = await Start(brokerName: "broker.example.net");
        world.Board.Link.HasDns = false;
        await world.Run(12 * Minute);
        Assert.Empty(world.Account.Births);
        world.Board.Link.HasDns = true;
        await AssertNothingIsMissing(world);

        world.Board.Link.HasDns = false;
        world.Board.Link.Relay.Reset();
        await world.Run(3 * Minute);
        world.Board.Link.HasDns = true;
        await AssertNothingIsMissing(world);
        Assert.Single(world.Watch.Sessions());
    }
}

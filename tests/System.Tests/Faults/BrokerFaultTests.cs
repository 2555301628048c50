using Ixp.Sites.Secrets;
using Mosquitto;

namespace SystemTests.Faults;

/// <summary>Brokers die, stall, refuse and are shared with somebody of our name.</summary>
public sealed class BrokerFaultTests : FaultTest
{
    [Fact]
    public async Task BrokerIsKilledAndComesBack()
    {
        await using var world = await Start();
        await world.Run(2 * Minute);
        for (int i = 1; i <= 3; i++)
        {
            await world.KillBroker();
            await world.Run(i * 7 * Minute);
            await world.ReturnBroker();
            await AssertNothingIsMissing(world);
        }

        Assert.Single(world.Watch.Sessions());
        Assert.True(world.Account.Messages("backlog/probe") > 0);
    }

    [Fact]
    public async Task BrokerRefusesThePasswordUntilItIsRight()
    {
        // Whoever has no name at all may listen.
        var broker = new BrokerOptions
        {
            Users = new Dictionary<string, string> { [FaultSite.Small.Device] = "the right one" },
            ExtraConfiguration = ["allow_anonymous true"],
        };
        await using var world = await Start(broker: broker, secrets: new SiteSecrets { BrokerPassword = "a wrong one" });
        await world.Run(25 * Minute);
        Assert.Empty(world.Account.Births);

        var secrets = new SiteSecrets { BrokerPassword = "the right one" };
        world.Board.Flash.WriteFile("ixp/secrets.conf", Ixp.Sites.SitePacker.PackSecrets(secrets));
        world.Board.PowerCut();
        world.Board.PowerOn();
        await AssertNothingIsMissing(world);
        Assert.Equal([1, 2], world.Watch.Sessions().Select(s => s.Session));

        // What was flushed each ten minutes is there: of twenty minutes, three groups each half a minute.
        Assert.True(world.Watch.Sessions()[0].Last >= 20 * 2 * 3, $"{world.Watch.Sessions()[0]}");
    }

    [Fact]
    public async Task SomebodyElseConnectsWithTheDevicesName()
    {
        await using var world = await Start();
        await world.Run(2 * Minute);
        for (int i = 0; i < 8; i++)
        {
            using var twin = new MosquittoClient(FaultSite.Small.Device);
            await twin.ConnectAsync(world.Broker.Host, world.Broker.Port, TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
            await world.Run((i + 1) * 17 * Second);
        }

        await AssertNothingIsMissing(world);
        Assert.InRange(world.Account.Births.Count, 2, 40);
    }
}

using Ixp.Running;
using Mosquitto;
using SystemTests.Support;
using VirtualBoard.Running;
using VirtualRack.Faults;

namespace SystemTests;

/// <summary>What the volunteer in front of the rack reads off the one LED, in virtual time.</summary>
public sealed class IndicatorTests
{
    private static readonly TimeSpan Start = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(12);

    [Fact]
    public async Task AllWellIsOneShortBlinkAFrame()
    {
        var blinks = await Blinks(_ => { });

        Assert.InRange(blinks.Count, 3, 5);
        Assert.All(blinks, b => Assert.InRange(b, 50, 200));
    }

    [Fact]
    public async Task ReadingsThatFailNowAndThenAreNoNews()
    {
        var blinks = await Blinks(site =>
        {
            for (int i = 0; i < 10; i++)
                FaultOrder.Parse($"crc-error:ambient@{5 * i}+1").Schedule(site.Rack);
        });

        Assert.InRange(blinks.Count, 3, 5);
        Assert.All(blinks, b => Assert.InRange(b, 50, 200));
    }

    [Fact]
    public async Task LostClimateSensorIsTwoSlowBlinksAFrame()
    {
        var blinks = await Blinks(site => FaultOrder.Parse("sensor-lost:inlet").Schedule(site.Rack));

        Assert.InRange(blinks.Count, 6, 10);
        Assert.All(blinks, b => Assert.InRange(b, 150, 250));
    }

    [Fact]
    public async Task PulledCableIsLongShort()
    {
        var blinks = await Blinks(site => site.Board.Link.IsUp = false);

        Assert.Contains(blinks, b => b >= 900);
        Assert.Contains(blinks, b => b <= 200);
        Assert.DoesNotContain(blinks, b => b is > 200 and < 900);
    }

    /// <returns>Milliseconds of each time the LED was lit, in some frames after something has happened.</returns>
    private static async Task<IReadOnlyList<long>> Blinks(Action<VirtualSite> happening)
    {
        await using var broker = await Broker.StartNew(cancellation: TestContext.Current.CancellationToken);
        using var time = TimeBase.Virtual();
        using var site = new VirtualSite(TestSite.At(broker.Host, broker.Port) with { Targets = [] }, TestSite.Board, time);
        site.Boot();
        time.RunFor(Start);
        happening(site);
        time.RunFor(Start);
        long from = time.NowMicros;
        time.RunFor(Look);
        return LedBlinks.Since(site.Led!, from);
    }
}

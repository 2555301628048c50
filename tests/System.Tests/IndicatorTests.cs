using Ixp.Running;
using Ixp.Sites;
using SystemTests.Support;
using VirtualRack.Chips;
using VirtualRack.Faults;

namespace SystemTests;

/// <summary>What the volunteer in front of the rack reads off the one LED, in virtual time.</summary>
public sealed class IndicatorTests
{
    private static readonly TimeSpan Start = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(12);
    private static readonly string[] Settings = ["ixp/site.conf", "ixp/secrets.conf"];

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

    [Fact]
    public async Task AStartIsALampTestThenAFlickerUntilTheBrokerIsThere()
    {
        await using var rack = await LitRack.Start(TestSite.Board, site => site.Board.Link.IsUp = false);
        rack.RunFor(TimeSpan.FromSeconds(20));
        var blinks = LedBlinks.Since(rack.Led, 0);
        Assert.InRange(blinks[0], 1900, 2500);
        Assert.All(blinks.Skip(1), b => Assert.InRange(b, 50, 200));
        Assert.InRange(blinks.Count, 60, 100);

        // Without a broker the start is over after half a minute.
        rack.RunFor(Start);
        Assert.Contains(rack.Blinks(Look), b => b >= 900);
    }

    [Fact]
    public async Task ShortPressIsAStrobeForHalfAMinute()
    {
        await using var rack = await LitRack.Start(TestSite.Board);
        rack.RunFor(Start);
        rack.Press(TimeSpan.FromSeconds(0.5));
        Assert.InRange(rack.Blinks(TimeSpan.FromSeconds(28)).Count, 220, 290);
        rack.RunFor(TimeSpan.FromSeconds(3));
        Assert.InRange(rack.Blinks(Look).Count, 3, 5);
    }

    [Fact]
    public async Task TenSecondsOfPressTellTheAddressInBlinks()
    {
        await using var rack = await LitRack.Start(TestSite.Board);
        rack.RunFor(Start);
        long from = rack.Time.NowMicros + 10_000_000;
        rack.Press(TimeSpan.FromSeconds(12));
        rack.RunFor(TimeSpan.FromSeconds(60));

        // What follows is one short blink a frame.
        Assert.StartsWith(rack.Site.Board.Link.Address + ".", LedBlinks.Address(rack.Led, from), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2.5)]
    [InlineData(9)]
    public async Task PressThatIsNeitherShortNorLongSaysNothing(double seconds)
    {
        await using var rack = await LitRack.Start(TestSite.Board);
        rack.RunFor(Start);
        rack.Press(TimeSpan.FromSeconds(seconds));
        var blinks = rack.Blinks(Look);

        Assert.InRange(blinks.Count, 3, 5);
        Assert.All(blinks, b => Assert.InRange(b, 50, 200));
    }

    [Fact]
    public async Task NoPressTouchesASettingOrRestartsTheDevice()
    {
        await using var rack = await LitRack.Start(TestSite.Board);
        rack.RunFor(Start);
        byte[][] before = [.. Settings.Select(rack.Site.Board.Flash.ReadFile)];
        int starts = rack.Site.Board.Boots;
        var lengths = new Random(7);
        for (int i = 0; i < 60; i++)
            rack.Press(TimeSpan.FromMilliseconds(lengths.Next(3) switch { 0 => lengths.Next(200), 1 => lengths.Next(3000), _ => lengths.Next(30_000) }));
        rack.Press(TimeSpan.FromMinutes(5));

        Assert.Equal(before, Settings.Select(rack.Site.Board.Flash.ReadFile));
        Assert.Equal(starts, rack.Site.Board.Boots);
        Assert.Empty(rack.Deaths);
    }

    [Fact]
    public async Task Ws2812ShowsTheColours()
    {
        await using var rack = await LitRack.Start(TestSite.Board with { LedIsRgb = true });
        rack.RunFor(Start);
        Assert.Equal([LedColour.Dark, Dim(0, 255, 0)], rack.ColoursOf(Look));
        var start = rack.Led.History.Select(c => c.Colour).Where(c => c.IsLit).Take(6);
        Assert.Equal([Dim(255, 255, 255), Dim(255, 0, 0), Dim(255, 128, 0), Dim(0, 255, 0), Dim(0, 0, 255), Dim(255, 255, 255)], start);

        FaultOrder.Parse("sensor-lost:inlet").Schedule(rack.Site.Rack);
        rack.RunFor(Start);
        Assert.Equal([LedColour.Dark, Dim(255, 128, 0)], rack.ColoursOf(Look));
        rack.Press(TimeSpan.FromSeconds(1));
        Assert.Equal([Dim(0, 0, 255), Dim(255, 255, 255)], rack.ColoursOf(Look));
        Assert.Equal(0, ((Ws2812)rack.Led).BadFrames);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ThreeLedsShareTheColours(bool isActiveLow)
    {
        var board = TestSite.Board with
        {
            LedPin = null,
            LedPins = new ThreeLedPins(5, 14, 15),
            LedIsActiveLow = isActiveLow,
            Abilities = TestSite.Board.Abilities with { HasOneWire = false },
            Functions = TestSite.Board.Functions.Where(f => !f.Key.StartsWith("com3", StringComparison.Ordinal)).ToDictionary(),
        };
        await using var rack = await LitRack.Start(board, isOnI2cOnly: true);
        rack.RunFor(Start);
        var three = (ThreeLeds)rack.Led;
        Assert.Equal([false, false, true], rack.AreLit(Look));
        rack.Press(TimeSpan.FromSeconds(1));
        Assert.Equal([true, true, true], rack.AreLit(Look));
        Assert.Equal(three.Red.History.Count(c => c.AtMicros > rack.LookedFrom), three.Green.History.Count(c => c.AtMicros > rack.LookedFrom));

        rack.RunFor(Start);
        rack.Site.Board.Link.IsUp = false;
        rack.RunFor(Start);
        Assert.Equal([false, true, true], rack.AreLit(Look));
    }

    /// <returns>Milliseconds of each time the LED was lit, in some frames after something has happened.</returns>
    private static async Task<IReadOnlyList<long>> Blinks(Action<VirtualSite> happening)
    {
        await using var rack = await LitRack.Start(TestSite.Board);
        rack.RunFor(Start);
        happening(rack.Site);
        rack.RunFor(Start);
        return rack.Blinks(Look);
    }

    /// <summary>A WS2812 beside a rack is lit to a quarter.</summary>
    private static LedColour Dim(int red, int green, int blue) => new((byte)(red / 4), (byte)(green / 4), (byte)(blue / 4));
}

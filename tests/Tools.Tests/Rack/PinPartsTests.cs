using FsCheck;
using FsCheck.Fluent;
using VirtualBoard;
using VirtualBoard.Buses;
using VirtualBoard.Running;
using VirtualRack.Chips;
using Xunit;

namespace Tools.Tests.Rack;

/// <summary>The parts that sit on a single pin: tach, contact, LEDs.</summary>
public sealed class PinPartsTests : IDisposable
{
    private readonly TimeBase _time = TimeBase.Virtual();
    private readonly Board _board;
    private readonly Pin _pin;
    private readonly List<bool> _levels = [];

    public PinPartsTests()
    {
        _board = new Board(time: _time);
        _pin = _board.Pins[13];
    }

    public void Dispose()
    {
        _board.Dispose();
        _time.Dispose();
    }

    [Theory]
    [InlineData(1, 20)]
    [InlineData(2, 40)]
    [InlineData(3, 60)]
    public void TachGivesItsPulsesARevolution(int pulses, long expected)
    {
        _ = new FanTach(_time, _pin, Turning(20), pulses);
        Assert.Equal(expected, _pin.Pulses!(1_000_000));
    }

    [Fact]
    public void TachCountNeverStepsBackWhenFaultsComeAndGo() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Choose(0, 7).ListOf().ToArbitrary(),
        faults =>
        {
            var tach = new FanTach(_time, _pin, Turning(50));
            long last = _pin.Pulses!(_time.NowMicros);
            foreach (int fault in faults)
            {
                tach.Faults = (FanTachFaults)fault;
                _time.RunFor(TimeSpan.FromMilliseconds(123));
                long count = _pin.Pulses!(_time.NowMicros);
                Assert.True(count >= last);
                last = count;
            }
        }));

    [Theory]
    [InlineData("absent", 0)]
    [InlineData("weak-pull-up", 20)]
    [InlineData("chopped", 25_040)]
    public void TachFaults(string fault, long expected)
    {
        var tach = new FanTach(_time, _pin, Turning(20));
        tach.SetFault(fault, true);
        Assert.Equal(expected, _pin.Pulses!(1_000_000));
    }

    [Theory]
    [InlineData(true, false, false)] // closed at rest: low
    [InlineData(true, true, true)] // opens: the pull-up wins
    [InlineData(false, false, true)]
    [InlineData(false, true, false)]
    public void ContactLevels(bool normallyClosed, bool active, bool expected)
    {
        _pin.Configure(PinDirection.Input, pull: true);
        _ = new DryContact(_time, _pin, normallyClosed) { IsActive = active };
        _time.RunFor(TimeSpan.FromSeconds(1));
        Assert.Equal(expected, _pin.Level);
    }

    [Fact]
    public void AContactWithoutAnyPullUpFloatsLow()
    {
        _pin.Configure(PinDirection.Input, pull: null);
        _ = new DryContact(_time, _pin, normallyClosed: false);
        Assert.False(_pin.Level);
        _ = new DryContact(_time, _pin, normallyClosed: false, externalPullUp: true);
        Assert.True(_pin.Level);
    }

    [Fact]
    public void AContactBouncesForSixMilliseconds()
    {
        var contact = Contact();
        contact.IsActive = true;
        _time.RunFor(TimeSpan.FromMicroseconds(5_999));
        Assert.Equal([true, false, true, false], _levels);
        _time.RunFor(TimeSpan.FromMicroseconds(1));
        Assert.Equal([true, false, true, false, true], _levels);
        _time.RunFor(TimeSpan.FromSeconds(10));
        Assert.Equal(5, _levels.Count);
    }

    [Fact]
    public void LongBounce()
    {
        var contact = Contact();
        contact.Faults = DryContactFaults.LongBounce;
        contact.IsActive = true;
        _time.RunFor(TimeSpan.FromMicroseconds(79_999));
        Assert.False(_levels[^1]);
        _time.RunFor(TimeSpan.FromMicroseconds(1));
        Assert.True(_levels[^1]);
    }

    [Fact]
    public void ACutWireOpensAndAShortCloses()
    {
        var contact = Contact();
        contact.Faults = DryContactFaults.Absent;
        Assert.True(_pin.Level);
        contact.Faults = DryContactFaults.Shorted;
        contact.IsActive = true;
        _time.RunFor(TimeSpan.FromSeconds(1));
        Assert.False(_pin.Level);
        contact.Faults = DryContactFaults.None;
        Assert.True(_pin.Level);
    }

    [Fact]
    public void ChatterGoesOnUntilMended()
    {
        var contact = Contact();
        contact.Faults = DryContactFaults.Chatter;
        _time.RunFor(TimeSpan.FromSeconds(1));
        int edges = _levels.Count;
        Assert.InRange(edges, 19, 21);
        contact.Faults = DryContactFaults.None;
        Assert.False(_pin.Level);
        _levels.Clear();
        _time.RunFor(TimeSpan.FromSeconds(1));
        Assert.Empty(_levels);
    }

    [Fact]
    public void StatusLedRemembersWhenItWasLit()
    {
        var led = new StatusLed(_time, _pin);
        _pin.Configure(PinDirection.Output, pull: null);
        Blink();
        Blink();
        Assert.Equal([100_000, 200_000, 300_000, 400_000], led.History.Select(c => c.AtMicros));
        Assert.Equal([true, false, true, false], led.History.Select(c => c.Colour.IsLit));
    }

    [Fact]
    public void StatusLedIsDarkWithoutPower()
    {
        var led = new StatusLed(_time, _pin);
        _pin.Configure(PinDirection.Output, pull: null);
        _pin.Write(true);
        Assert.True(led.Colour.IsLit);
        _board.PowerCut();
        Assert.False(led.Colour.IsLit);
    }

    [Fact]
    public void AnActiveLowLedIsLitByALowPinThatIsDriven()
    {
        var led = new StatusLed(_time, _pin, activeLow: true);
        Assert.False(led.Colour.IsLit);
        _pin.Configure(PinDirection.Output, pull: null);
        Assert.True(led.Colour.IsLit);
        _pin.Write(true);
        Assert.False(led.Colour.IsLit);
    }

    [Theory]
    [InlineData(400, 800)] // classic
    [InlineData(300, 750)] // V5
    [InlineData(350, 1300)] // the long-timed driver
    public void Ws2812ReadsGreenRedBlue(int zero, int one)
    {
        var led = new Ws2812(_time, _pin);
        _pin.Send(Frame(0x12_34_56, zero, one));
        Assert.Equal(new LedColour(0x34, 0x12, 0x56), led.Colour);
        Assert.Equal(0, led.BadFrames);
    }

    [Fact]
    public void Ws2812ShowsTheFirstOfAChain()
    {
        var led = new Ws2812(_time, _pin);
        _pin.Send([.. Frame(0xFF_00_00, 400, 800), .. Frame(0x00_FF_00, 400, 800)]);
        Assert.Equal(new LedColour(0, 255, 0), led.Colour);
    }

    [Fact]
    public void Ws2812CountsFramesItCannotRead()
    {
        var led = new Ws2812(_time, _pin);
        _pin.Send(Frame(0x12_34_56, 50, 800));
        _pin.Send([.. Frame(0x12_34_56, 400, 800)[..46]]);
        _pin.Send([]);
        Assert.Equal(3, led.BadFrames);
        Assert.False(led.Colour.IsLit);
    }

    [Fact]
    public void Ws2812SurvivesAnyPulses() => Check.QuickThrowOnFailure(Prop.ForAll(
        ArbMap.Default.ArbFor<int[]>(),
        lengths => _pin.Send([.. lengths.Select((ns, i) => (i % 2 == 0, ns))])));

    private static List<(bool Level, int Nanoseconds)> Frame(int bits, int zero, int one)
    {
        var pulses = new List<(bool, int)>();
        for (int i = 23; i >= 0; i--)
        {
            bool bit = (bits >> i & 1) != 0;
            pulses.Add((true, bit ? one : zero));
            pulses.Add((false, bit ? 450 : 850));
        }

        return pulses;
    }

    private static Func<long, double> Turning(double revolutionsPerSecond) => micros => revolutionsPerSecond * micros / 1e6;

    private DryContact Contact()
    {
        var contact = new DryContact(_time, _pin, normallyClosed: true);
        _pin.Configure(PinDirection.Input, pull: true);
        _pin.Changed += (_, level) => _levels.Add(level);
        return contact;
    }

    private void Blink()
    {
        _time.RunFor(TimeSpan.FromMilliseconds(100));
        _pin.Write(true);
        _time.RunFor(TimeSpan.FromMilliseconds(100));
        _pin.Write(false);
    }
}

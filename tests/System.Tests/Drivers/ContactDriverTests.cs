using Appliance.Drivers;
using Appliance.Drivers.Contact;
using FsCheck.Fluent;
using VirtualBoard.Buses;
using VirtualRack.Chips;

namespace SystemTests.Drivers;

public sealed class ContactDriverTests : IDisposable
{
    private const int HoldMs = 100;

    /// <summary>Between two looks of its own, so that only an edge can bring the news.</summary>
    private const int RarelyMs = 60_000;

    private readonly SensorBench _bench = new();
    private readonly List<long> _values = [];
    private int _urgent;

    public ContactDriverTests() => _bench.Stepped += Note;

    private Pin Pin => _bench.Board.Pins[SensorBench.ContactPin];

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void EachChangeCountsOnceHoweverItBounces(bool normallyClosed, bool highIsOne)
    {
        var chip = new DryContact(_bench.Time, Pin, normallyClosed);
        _bench.Contact(highIsOne, HoldMs);
        foreach (bool isLong in new[] { false, true })
        {
            chip.SetFault("long-bounce", isLong);
            foreach (bool active in new[] { true, false })
            {
                _bench.Run(3 * Parts.PeriodMs);
                _values.Clear();
                chip.IsActive = active;
                _bench.Run(3 * Parts.PeriodMs);
                AssertTurned(toOne: chip.IsClosed != highIsOne);
            }
        }

        Assert.Equal(4, _urgent);
    }

    [Fact]
    public void AlarmThatStandsAtTheStartIsAReadingAndNoNews()
    {
        _ = new DryContact(_bench.Time, Pin, normallyClosed: true) { IsActive = true };
        _bench.Time.RunFor(TimeSpan.FromMilliseconds(200));
        _bench.Contact(highIsOne: true, HoldMs);
        _bench.Run(Parts.PeriodMs);
        Assert.All(_values, v => Assert.Equal(1, v));
        Assert.NotEmpty(_values);
        Assert.Equal(0, _urgent);
    }

    [Fact]
    public void PulseCountsIfAndOnlyIfItLastsForTheHoldTime()
    {
        Pin.Drive(false);
        _bench.Contact(highIsOne: true, HoldMs, RarelyMs);
        _bench.Run(100);
        Cases.ForAll(
            from phase in Gen.Choose(0, 2_000)
            from micros in Gen.OneOf(Gen.Choose(1, 89_000), Gen.Choose(121_000, 5_000_000))
            select (phase, micros),
            100,
            x =>
            {
                _values.Clear();
                long begin = _bench.Time.NowMicros + (x.phase * 10);
                _bench.Time.Schedule(begin, () => Pin.Drive(true));
                _bench.Time.Schedule(begin + x.micros, () => Pin.Drive(false));
                _bench.Run((x.micros / 1000) + 500);
                Assert.Equal(x.micros > 100_000, _values.Contains(1));
                Assert.Equal(0, _values[^1]);
            });
    }

    [Fact]
    public void TrainOfShortPulsesNeverCounts()
    {
        Pin.Drive(false);
        _bench.Contact(highIsOne: true, HoldMs, RarelyMs);
        _bench.Run(100);
        Cases.ForAll(
            Gen.Choose(1, 80_000).ArrayOf(20),
            50,
            lengths =>
            {
                long at = _bench.Time.NowMicros;
                for (int i = 0; i < lengths.Length; i++)
                {
                    bool level = i % 2 == 0;
                    _bench.Time.Schedule(at, () => Pin.Drive(level));
                    at += lengths[i];
                }

                _bench.Run(3_000);
                Assert.DoesNotContain(1, _values);
            });
    }

    [Fact]
    public void GlitchBetweenTwoLooksMakesTheLevelSettleAnew()
    {
        Pin.Drive(false);
        _bench.Contact(highIsOne: true, HoldMs, RarelyMs);
        _bench.Run(100);
        _bench.After(0, () => Pin.Drive(true));
        _bench.After(60, () =>
        {
            Pin.Drive(false);
            Pin.Drive(true);
        });
        _bench.After(130, () => Pin.Drive(false));
        _bench.Run(Parts.PeriodMs);
        Assert.DoesNotContain(1, _values);
    }

    [Theory]
    [InlineData("absent", true, 1)]
    [InlineData("shorted", false, 0)]
    [InlineData("chatter", false, 1)]
    [InlineData("chatter", true, 0)]
    public void FaultOfTheWiresReadsAsTheLevelThatTheyGive(string fault, bool normallyClosed, int expected)
    {
        var chip = new DryContact(_bench.Time, Pin, normallyClosed);
        _bench.Contact(highIsOne: true, HoldMs);
        _bench.Run(Parts.PeriodMs);
        chip.SetFault(fault, true);
        _bench.Run(2 * Parts.PeriodMs);
        Assert.Equal(expected, _values[^1]);
        Assert.True(fault != "chatter" || _values.TrueForAll(v => v == expected));

        chip.SetFault(fault, false);
        _bench.Run(2 * Parts.PeriodMs);
        Assert.Equal(normallyClosed ? 0 : 1, _values[^1]);
    }

    [Fact]
    public void PulseOfAMillisecondIsToldAsOneAndThenAsZeroAndCounted()
    {
        Pin.Drive(false);
        var contact = _bench.Contact(highIsOne: true, holdMs: 0, RarelyMs);
        _bench.Run(100);
        for (int pulses = 1; pulses <= 3; pulses++)
        {
            _values.Clear();
            _bench.After(1, () => Pin.Drive(true));
            _bench.After(2, () => Pin.Drive(false));
            _bench.Run(1_000);
            Assert.Equal([1, 0], _values);
            Assert.Equal(pulses, contact.Metrics[1].Value);
            Assert.Equal(2 * pulses, _urgent);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(300)]
    public void EdgeThatIsNeverToldIsFoundByTheNextLook(int holdMs)
    {
        Pin.Drive(false);
        var contact = _bench.Contact(highIsOne: true, holdMs);
        _bench.Run(100);

        // More edges at once than the queue of the hardware holds: the last ones, and with them the level, are never told.
        _bench.After(0, () =>
        {
            for (int i = 0; i < 151; i++)
                Pin.Drive(i % 2 == 0);
        });
        _bench.Run(2 * Parts.PeriodMs);
        Assert.Equal(1, _values[^1]);
        Assert.Equal(holdMs == 0 ? 65 : 1, contact.Metrics[1].Value);
    }

    [Theory]
    [InlineData(0, 20)]
    [InlineData(100, 1)]
    public void CountIsOfWhatCountsAndNotOfTheBounce(int holdMs, int atLeast)
    {
        var chip = new DryContact(_bench.Time, Pin, normallyClosed: true);
        var contact = _bench.Contact(highIsOne: true, holdMs);
        _bench.Run(Parts.PeriodMs);
        for (int i = 1; i <= 10; i++)
        {
            chip.IsActive = true;
            _bench.Run(Parts.PeriodMs);
            chip.IsActive = false;
            _bench.Run(Parts.PeriodMs);
            if (holdMs > 0)
                Assert.Equal(i, contact.Metrics[1].Value);
        }

        Assert.True(contact.Metrics[1].Value >= atLeast);
    }

    [Fact]
    public void CountIsOfEachRiseWhateverTheEdges()
    {
        Pin.Drive(false);
        var contact = _bench.Contact(highIsOne: true, holdMs: 0);
        _bench.MostLateMicros = 300_000;
        _bench.Run(100);
        Cases.ForAll(
            Gen.OneOf(Gen.Choose(1, 3_000), Gen.Choose(1, 60_000), Gen.Choose(1, 900_000)).ArrayOf(30),
            60,
            gaps =>
            {
                _values.Clear();
                long before = contact.Metrics[1].Value;
                long at = _bench.Time.NowMicros;
                for (int i = 0; i < gaps.Length; i++)
                {
                    at += gaps[i];
                    bool level = i % 2 == 0;
                    _bench.Time.Schedule(at, () => Pin.Drive(level));
                }

                // While a step is late, the world of virtual time is late with it: each edge by a step at most.
                _bench.Run(((at - _bench.Time.NowMicros) / 1000) + (gaps.Length * _bench.MostLateMicros / 1000) + (2 * Parts.PeriodMs));
                Assert.Equal(gaps.Length / 2, contact.Metrics[1].Value - before);
                Assert.Contains(1, _values);
                Assert.Equal(0, _values[^1]);
            });
    }

    private void Note(Sensor sensor)
    {
        _values.Add(sensor.Metrics[0].Value);
        _urgent += sensor.IsUrgent ? 1 : 0;
        sensor.IsUrgent = false;
    }

    /// <summary>It was the one, is the other, and there is one turn between.</summary>
    private void AssertTurned(bool toOne)
    {
        int turns = _values.Zip(_values.Skip(1)).Count(pair => pair.First != pair.Second);
        Assert.Equal((toOne ? 1 : 0, 1), (_values[^1], turns));
    }
}

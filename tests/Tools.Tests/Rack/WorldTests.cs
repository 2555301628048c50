using FsCheck;
using FsCheck.Fluent;
using VirtualBoard.Running;
using VirtualRack;
using VirtualRack.World;
using Xunit;
using World = VirtualRack.World;

namespace Tools.Tests.Rack;

public sealed class WorldTests : IDisposable
{
    private readonly TimeBase _time = TimeBase.Virtual();

    public void Dispose() => _time.Dispose();

    [Fact]
    public void SameSeedSameRackHoweverOftenItIsRead() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(20), Prop.ForAll(
        Gen.Choose(0, int.MaxValue).ToArbitrary(),
        Gen.Choose(1, 900_000).ListOf().ToArbitrary(),
        (seed, pauses) =>
        {
            using var time = TimeBase.Virtual();
            var often = new World.Rack(time, new RackSettings { Seed = seed });
            var seldom = new World.Rack(time, new RackSettings { Seed = seed });
            foreach (int pause in pauses)
            {
                time.RunFor(TimeSpan.FromMilliseconds(pause));
                often.Look();
                often.Fans[0].RevolutionsAt(time.NowMicros);
            }

            AssertSame(seldom.Look(), often.Look());
            return seldom.Fans[0].RevolutionsAt(time.NowMicros).Equals(often.Fans[0].RevolutionsAt(time.NowMicros));
        }));

    [Fact]
    public void AnotherSeedIsAnotherRack() =>
        Assert.NotEqual(new World.Rack(_time).Look().MainsVolts, new World.Rack(_time, new RackSettings { Seed = 2 }).Look().MainsVolts);

    [Fact]
    public void TenDaysStayPlausible()
    {
        var rack = new World.Rack(_time, new RackSettings { OutagesPerMonth = 20, VisitsPerMonth = 20 });
        double energy = 0;
        for (int hour = 0; hour < 240; hour++)
        {
            Pass(hours: 1);
            var s = rack.Look();
            Assert.InRange(s.RoomCelsius, 18.5, 25.5);
            Assert.InRange(s.InletCelsius, s.RoomCelsius - 1, s.RoomCelsius + 4);
            Assert.InRange(s.ExhaustCelsius, s.InletCelsius - 0.5, s.InletCelsius + 15);
            Assert.InRange(s.HumidityAt(s.InletCelsius), 20, 90);
            Assert.InRange(s.BusVolts, s.BusVolts > 0 ? 10.8 : 0, 13.6);
            Assert.InRange(s.BatteryCharge, 0, 1);
            Assert.True(s.WattHours >= energy);
            energy = s.WattHours;
        }

        Assert.InRange(energy, 50_000, 120_000);
    }

    [Fact]
    public void RoomIsWarmerInTheAfternoon()
    {
        var rack = new World.Rack(_time);
        Pass(hours: 6);
        double afternoon = rack.Look().RoomCelsius;
        Pass(hours: 12);
        Assert.True(afternoon > rack.Look().RoomCelsius + 3);
    }

    [Fact]
    public void MainsLostFeedsTheLoadFromTheBatteryUntilItIsEmpty()
    {
        var rack = new World.Rack(_time);
        Assert.InRange(rack.Look().MainsVolts, 215, 245);
        rack.MainsFailed.IsOn = true;
        Pass(hours: 1);
        var s = rack.Look();
        Assert.Equal((0.0, 0.0, 0.0), (s.MainsVolts, s.MainsAmps, s.MainsHertz));
        Assert.InRange(s.BatteryAmps, -9, -5);
        Assert.Equal(-s.BatteryAmps, s.BusAmps, 1);
        Assert.InRange(s.BatteryCharge, 0.9, 0.95);

        Pass(hours: 20);
        s = rack.Look();
        Assert.Equal(0, s.BusVolts);
        Assert.All(s.FanRpm, rpm => Assert.Equal(0, rpm));

        rack.MainsFailed.IsOn = false;
        Pass(hours: 1);
        s = rack.Look();
        Assert.Equal(10, s.BatteryAmps, 3);
        Assert.True(s.BusVolts > 12 && s.FanRpm[0] > 500);
        Pass(hours: 24);
        Assert.InRange(rack.Look().BusVolts, 13.59, 13.6);
    }

    [Fact]
    public void WithoutMainsAndBatteryAllIsDark()
    {
        var rack = new World.Rack(_time);
        rack.MainsFailed.IsOn = true;
        rack.BatteryOff.IsOn = true;
        Pass(seconds: 2);
        Assert.Equal(0, rack.Look().BusVolts);
        Assert.Equal(0, rack.Look().BusAmps);
    }

    [Fact]
    public void EnergyIsPowerTimesTime()
    {
        var rack = new World.Rack(_time);
        Pass(hours: 1);
        Assert.Equal(rack.Look().MainsWatts, rack.Look().WattHours, rack.Look().MainsWatts * 0.1);
        Assert.Equal(rack.Look().MainsWatts, rack.Look().MainsVolts * rack.Look().MainsAmps * 0.95, 6);
    }

    [Fact]
    public void FansFollowTheHeat()
    {
        var rack = new World.Rack(_time);
        var cool = rack.Look();
        rack.Hot.IsOn = true;
        Pass(seconds: 300);
        var hot = rack.Look();
        Assert.True(hot.InletCelsius > cool.InletCelsius + 15);
        Assert.True(hot.FanRpm[0] > cool.FanRpm[0] * 1.3);
    }

    [Fact]
    public void AStoppedFanStandsAndTheExhaustWarms()
    {
        var rack = new World.Rack(_time);
        var before = rack.Look();
        foreach (var fan in rack.Fans)
            fan.Stopped.IsOn = true;
        Pass(seconds: 60);
        double turns = rack.Fans[0].RevolutionsAt(_time.NowMicros);
        Pass(seconds: 600);
        var after = rack.Look();
        Assert.Equal(turns, rack.Fans[0].RevolutionsAt(_time.NowMicros));
        Assert.True(after.ExhaustCelsius > before.ExhaustCelsius + 10);
    }

    [Fact]
    public void RevolutionsAreTheIntegralOfTheSpeed()
    {
        var rack = new World.Rack(_time);
        double begin = rack.Fans[1].RevolutionsAt(_time.NowMicros);
        double rpm = rack.Look().FanRpm[1];
        Pass(seconds: 60);
        Assert.Equal(rpm, rack.Fans[1].RevolutionsAt(_time.NowMicros) - begin, rpm * 0.05);
    }

    [Fact]
    public void AnOpenDoorMixesTheAir()
    {
        var rack = new World.Rack(_time);
        var shut = rack.Look();
        rack.DoorOpen.IsOn = true;
        Pass(seconds: 300);
        Assert.True(rack.Look().InletCelsius > shut.InletCelsius + 0.5);
    }

    [Fact]
    public void DampAirRaisesTheHumidity()
    {
        var rack = new World.Rack(_time);
        double before = Humidity(rack.Look());
        rack.Humid.IsOn = true;
        Pass(seconds: 300);
        Assert.True(Humidity(rack.Look()) > before + 20);

        static double Humidity(RackState s) => s.HumidityAt(s.InletCelsius);
    }

    [Fact]
    public void OutagesComeAtTheirRateAndAtTheSameTimesForASeed()
    {
        var first = Outages(seed: 3);
        Assert.InRange(first.Count, 2 * 10, 2 * 40);
        Assert.Equal(first, Outages(seed: 3));
        Assert.NotEqual(first, Outages(seed: 4));

        static List<long> Outages(int seed)
        {
            using var time = TimeBase.Virtual();
            var times = new List<long>();
            var rack = new World.Rack(time, new RackSettings { Seed = seed, OutagesPerMonth = 100, OutageHours = 1 });
            rack.MainsFailed.Changed += _ => times.Add(time.NowMicros);
            time.RunFor(TimeSpan.FromDays(7));
            return times;
        }
    }

    [Fact]
    public async Task ManyThreadsMayReadWhileTimePassesAndThingsHappen()
    {
        var rack = new World.Rack(_time);
        bool done = false;
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
        {
            long last = 0;
            while (!Volatile.Read(ref done))
            {
                long now = rack.Look().AtMicros;
                Assert.True(now >= last);
                last = now;
            }
        }, TestContext.Current.CancellationToken)).ToList();
        await Task.Run(() =>
        {
            for (int i = 0; i < 500; i++)
            {
                rack.MainsFailed.IsOn = i % 2 == 0;
                _time.Schedule(_time.NowMicros + 500_000, () => rack.Look());
                Pass(seconds: 1);
            }
        }, TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        Volatile.Write(ref done, true);
        await Task.WhenAll(readers).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
    }

    [Fact]
    public void SagsAreSeen()
    {
        var rack = new World.Rack(_time, new RackSettings { SagsPerDay = 144 });
        double lowest = double.MaxValue;
        for (int i = 0; i < 18_000; i++)
        {
            Pass(seconds: 0.2);
            lowest = Math.Min(lowest, rack.Look().MainsVolts);
        }

        Assert.InRange(lowest, 130, 205);
    }

    [Theory]
    [InlineData(20, 20, 100)]
    [InlineData(9.3, 20, 50)]
    [InlineData(30, 20, 100)]
    public void RelativeHumidityOfADewPoint(double dewPoint, double celsius, double expected) =>
        Assert.Equal(expected, Vapour.RelativeHumidity(dewPoint, celsius), 0.5);

    private static void AssertSame(RackState expected, RackState actual)
    {
        Assert.Equal(expected.FanRpm, actual.FanRpm);
        Assert.Equal(expected with { FanRpm = [] }, actual with { FanRpm = expected.FanRpm } with { FanRpm = [] });
    }

    private void Pass(double hours = 0, double seconds = 0) => _time.RunFor(TimeSpan.FromSeconds((3600 * hours) + seconds));
}

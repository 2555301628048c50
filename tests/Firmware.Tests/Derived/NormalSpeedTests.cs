using Appliance.Core.Counters;
using Appliance.Core.Derived;
using Appliance.Core.Metrics;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Derived;

[TestClass]
public class NormalSpeedTests
{
    private const int PeriodMs = 5000;

    private static Metric _speed;
    private static Metric _percent;
    private static NormalSpeed _normal;
    private static Counter _learned;
    private static long _now;

    [TestMethod]
    public void Nothing_is_told_before_ten_minutes_of_turning()
    {
        Begin();
        Turn(1200, 9);
        Assert.IsTrue(_percent.Quality == Quality.NotCalibrated);
        Turn(1200, 2);
        Assert.AreEqual(100L, _percent.Value);
    }

    [TestMethod]
    public void Slowing_fan_is_seen_at_once_and_stays_seen()
    {
        Begin();
        Turn(1200, 120);
        Turn(900, 1);
        Assert.AreEqual(75L, _percent.Value);

        // A day later it is still far from normal.
        Turn(900, 24 * 60);
        Assert.IsTrue(_percent.Value <= 80);
    }

    [TestMethod]
    public void Faster_is_normal_within_hours()
    {
        Begin();
        Turn(1200, 120);
        Turn(2400, 300);
        Assert.IsTrue(_percent.Value <= 102 && _percent.Value >= 100);
    }

    [TestMethod]
    public void Standing_fan_teaches_nothing()
    {
        Begin();
        Turn(1200, 60);
        long learned = _learned.Value;
        Turn(0, 600);
        Assert.AreEqual(0L, _percent.Value);
        Assert.AreEqual(learned, _learned.Value);
        Turn(1200, 1);
        Assert.AreEqual(100L, _percent.Value);
    }

    [TestMethod]
    public void Fastest_fan_and_longest_period_do_not_overflow()
    {
        Begin();
        _speed.PeriodSeconds = 3600;
        for (int i = 0; i < 100; i++)
        {
            _now += 3_600_000;
            _speed.Set(60_000, _now);
            _normal.Update(_now);
        }

        Assert.AreEqual(100L, _percent.Value);
    }

    private static void Begin()
    {
        _now = 0;
        _speed = new Metric(Group.Cooling, "fan1", "rpm", "rpm", 0);
        _speed.PeriodSeconds = PeriodMs / 1000;
        _percent = new Metric(Group.Cooling, "fan1_normal", "pct", "%", 0);
        _learned = new Counter("b", 0);
        _normal = new NormalSpeed(_speed, new Counter("a", 0), _learned, _percent);
    }

    private static void Turn(int speed, int minutes)
    {
        for (int i = 0; i < minutes * 60_000 / PeriodMs; i++)
        {
            _now += PeriodMs;
            _speed.Set(speed, _now);
            _normal.Update(_now);
        }
    }
}

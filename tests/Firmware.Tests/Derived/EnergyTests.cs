using System;
using Appliance.Core.Counters;
using Appliance.Core.Derived;
using Appliance.Core.Metrics;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Derived;

[TestClass]
public class EnergyTests
{
    [TestMethod]
    public void Hundred_watts_for_an_hour()
    {
        Metric power = Power();
        Metric energy = Wh();
        Energy sum = new Energy(power, new Counter("e", 0), energy);
        for (int second = 0; second <= 3600; second += 2)
        {
            power.Set(1000, second * 1000L);
            sum.Update(second * 1000L);
        }

        Assert.AreEqual(1000L, energy.Value);
    }

    [TestMethod]
    public void What_is_unknown_is_not_counted_and_the_sum_stands()
    {
        Counter counter = new Counter("e", 36_000_000);
        Metric power = Power();
        Metric energy = Wh();
        Energy sum = new Energy(power, counter, energy);
        power.Set(36_000, 0);
        sum.Update(0);
        power.Fail(Quality.Timeout, 2000);
        sum.Update(2000);
        Assert.IsTrue(energy.IsOk);
        Assert.AreEqual(10L, energy.Value);
        power.Set(36_000, 4000);
        sum.Update(4000);
        Assert.AreEqual(10L, energy.Value);
        power.Set(36_000, 5000);
        sum.Update(5000);
        Assert.AreEqual(20L, energy.Value);
    }

    [TestMethod]
    public void Readings_too_far_apart_count_nothing()
    {
        Counter counter = new Counter("e", 0);
        Metric power = Power();
        Energy sum = new Energy(power, counter, Wh());
        power.Set(1000, 0);
        sum.Update(0);
        power.Set(1000, 16_001);
        sum.Update(16_001);
        Assert.AreEqual(0L, counter.Value);
    }

    [TestMethod]
    public void What_goes_in_and_comes_out_of_a_battery_is_nothing()
    {
        Random random = new Random(3);
        Counter counter = new Counter("e", 0);
        Metric power = Power();
        Energy sum = new Energy(power, counter, Wh());
        long now = 0;
        int[] powers = new int[500];
        for (int i = 0; i < powers.Length; i++)
        {
            powers[i] = random.Next(200_000) - 100_000;
        }

        for (int i = 0; i < 2 * powers.Length; i++)
        {
            power.Set(i < powers.Length ? powers[i] : -powers[i - powers.Length], now);
            sum.Update(now);
            now += 2000;
        }

        // The one step between the two halves is all that does not cancel.
        long step = (powers[powers.Length - 1] - powers[0]) * 1000L;
        Assert.AreEqual(step, counter.Value);
    }

    private static Metric Power()
    {
        Metric power = new Metric(Group.Power, "battery", "w", "W", 1);
        power.PeriodSeconds = 2;
        return power;
    }

    private static Metric Wh() => new Metric(Group.Power, "battery", "wh", "Wh", 1);
}

using System;
using Appliance.Core.Metrics;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Metrics;

/// <summary>Five degrees a minute in hundredths, and 0.10 whenever.</summary>
[TestClass]
public class PlausibilityTests
{
    private const long PerMinute = 500;
    private const long Step = 10;

    [TestMethod]
    public void The_first_reading_is_believed_for_want_of_a_better()
    {
        Assert.IsTrue(NewPlausibility().Believes(8500, 0));
    }

    [DataRow(0, 10)]
    [DataRow(60_000, 510)]
    [DataRow(90_000, 760)]
    [DataRow(119, 10)]
    [DataRow(120, 11)]
    public void As_far_as_the_rate_allows_and_no_further(int elapsedMs, int furthest)
    {
        for (int sign = -1; sign <= 1; sign += 2)
        {
            Plausibility rule = NewPlausibility();
            rule.Believes(2000, 5000);
            Assert.IsTrue(rule.Believes(2000 + (sign * furthest), 5000 + elapsedMs));
            rule = NewPlausibility();
            rule.Believes(2000, 5000);
            Assert.IsFalse(rule.Believes(2000 + (sign * (furthest + 1)), 5000 + elapsedMs));
        }
    }

    [TestMethod]
    public void A_lone_glitch_is_never_told()
    {
        Plausibility rule = NewPlausibility();
        Assert.IsTrue(rule.Believes(2000, 0));
        Assert.IsFalse(rule.Believes(8500, 1000));
        Assert.IsTrue(rule.Believes(2001, 2000));
        Assert.IsFalse(rule.Believes(8500, 3000));
        Assert.IsTrue(rule.Believes(2002, 4000));
    }

    [TestMethod]
    public void A_real_step_is_told_one_reading_late()
    {
        Plausibility rule = NewPlausibility();
        rule.Believes(2000, 0);
        Assert.IsFalse(rule.Believes(3000, 1000));
        Assert.IsTrue(rule.Believes(3005, 2000));
        Assert.IsTrue(rule.Believes(3010, 3000));
        Assert.IsFalse(rule.Believes(2000, 4000));
    }

    [TestMethod]
    public void Glitches_that_do_not_agree_confirm_nothing()
    {
        Plausibility rule = NewPlausibility();
        rule.Believes(2000, 0);
        Assert.IsFalse(rule.Believes(3000, 1000));
        Assert.IsFalse(rule.Believes(4000, 2000));
        Assert.IsFalse(rule.Believes(3000, 3000));
        Assert.IsTrue(rule.Believes(2000, 4000));
    }

    [TestMethod]
    public void A_sensor_that_comes_back_may_have_changed_for_as_long_as_it_was_away()
    {
        Plausibility rule = NewPlausibility();
        rule.Believes(2000, 0);
        Assert.IsTrue(rule.Believes(4500, 300_000));
    }

    [TestMethod]
    public void No_distance_and_no_time_overflows()
    {
        Plausibility rule = NewPlausibility();
        rule.Believes(long.MinValue, 0);
        Assert.IsFalse(rule.Believes(long.MaxValue, 1000));
        Assert.IsTrue(rule.Believes(0, long.MaxValue));
        rule = new Plausibility(1_000_000_000_000, 0);
        rule.Believes(long.MinValue, 0);
        Assert.IsFalse(rule.Believes(long.MaxValue, 60_000_000_000));
    }

    [TestMethod]
    public void Any_course_of_readings_is_judged_as_in_the_model()
    {
        Random random = new Random(23);
        for (int round = 0; round < 40; round++)
        {
            Plausibility rule = NewPlausibility();
            PlausibilityModel model = new PlausibilityModel(PerMinute, Step);
            long now = 0;
            long truth = 2000;
            int held = 0;
            for (int i = 0; i < 100; i++)
            {
                now += random.Next(10) == 0 ? random.Next(600_000) : 1000;
                truth += random.Next(8) == 0 ? random.Next(2000) - 1000 : random.Next(41) - 20;
                long reading = random.Next(10) == 0 ? 8500 : truth;
                bool isBelieved = rule.Believes(reading, now);
                Assert.AreEqual(model.Believes(reading, now), isBelieved);
                held += isBelieved ? 0 : 1;
            }

            Assert.IsTrue(held > 0 && held < 100, "both have to be met");
        }
    }

    [TestMethod]
    public void Negative_and_absurd_rates_are_refused()
    {
        Assert.ThrowsException(typeof(ArgumentOutOfRangeException), () => new Plausibility(-1, 0));
        Assert.ThrowsException(typeof(ArgumentOutOfRangeException), () => new Plausibility(1, -1));
        Assert.ThrowsException(typeof(ArgumentOutOfRangeException), () => new Plausibility(long.MaxValue, 0));
    }

    private static Plausibility NewPlausibility() => new Plausibility(PerMinute, Step);
}

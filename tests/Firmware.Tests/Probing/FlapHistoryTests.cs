using System;
using Appliance.Core.Probing;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Probing;

[TestClass]
public class FlapHistoryTests
{
    private static readonly StateLimits Limits = StateLimits.Default();

    [DataRow(0, 0)]
    [DataRow(1, 625)]
    [DataRow(3, 1835)]
    [DataRow(4, 2421)]
    [DataRow(5, 2993)]
    [DataRow(6, 3552)]
    [DataRow(20, 10_000)]
    [DataRow(25, 10_000)]
    public void The_newest_changes_weigh_as_in_nagios(int changes, int hundredthsPercent)
    {
        int history = 0;
        for (int i = 0; i < changes; i++)
        {
            history = FlapHistory.With(true, history, Limits);
        }

        Assert.AreEqual(hundredthsPercent, FlapHistory.HundredthsPercent(history));
        Assert.AreEqual(changes >= 6, FlapHistory.IsFlapping(history));
    }

    [TestMethod]
    public void One_change_weighs_less_the_older_it_is_and_is_forgotten_after_twenty()
    {
        int history = FlapHistory.With(true, 0, Limits);
        for (int age = 1; age < FlapHistory.Length; age++)
        {
            int before = FlapHistory.HundredthsPercent(history);
            history = FlapHistory.With(false, history, Limits);
            Assert.IsTrue(FlapHistory.HundredthsPercent(history) < before);
        }

        Assert.AreEqual(375, FlapHistory.HundredthsPercent(history));
        Assert.AreEqual(0, FlapHistory.With(false, history, Limits));
    }

    [TestMethod]
    public void It_starts_at_the_upper_limit_and_stops_at_the_lower_one()
    {
        Random random = new Random(20);
        int history = 0;
        bool isFlapping = false;
        int turns = 0;
        int chance = 3;
        for (int round = 0; round < 5000; round++)
        {
            chance = round % 100 == 0 ? 2 + random.Next(12) : chance;
            history = FlapHistory.With(random.Next(chance) == 0, history, Limits);
            int share = FlapHistory.HundredthsPercent(history);
            bool before = isFlapping;
            isFlapping = share >= 3000 || (isFlapping && share > 2000);
            turns += before != isFlapping ? 1 : 0;
            Assert.AreEqual(isFlapping, FlapHistory.IsFlapping(history));
        }

        Assert.IsTrue(turns > 10);
    }
}

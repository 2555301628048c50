using System;
using Appliance.Core.Probing;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Probing;

[TestClass]
public class FlapHistoryTests
{
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
        FlapHistory history = new FlapHistory(30, 20);
        for (int i = 0; i < changes; i++)
        {
            history.Record(true);
        }

        Assert.AreEqual(hundredthsPercent, history.HundredthsPercent);
        Assert.AreEqual(changes >= 6, history.IsFlapping);
    }

    [TestMethod]
    public void One_change_weighs_less_the_older_it_is_and_is_forgotten_after_twenty()
    {
        FlapHistory history = new FlapHistory(30, 20);
        history.Record(true);
        for (int age = 1; age < FlapHistory.Length; age++)
        {
            int before = history.HundredthsPercent;
            history.Record(false);
            Assert.IsTrue(history.HundredthsPercent < before);
        }

        Assert.AreEqual(375, history.HundredthsPercent);
        history.Record(false);
        Assert.AreEqual(0, history.HundredthsPercent);
    }

    [TestMethod]
    public void It_starts_at_the_upper_limit_and_stops_at_the_lower_one()
    {
        Random random = new Random(20);
        FlapHistory history = new FlapHistory(30, 20);
        bool isFlapping = false;
        int turns = 0;
        int chance = 3;
        for (int round = 0; round < 5000; round++)
        {
            chance = round % 100 == 0 ? 2 + random.Next(12) : chance;
            history.Record(random.Next(chance) == 0);
            bool before = isFlapping;
            isFlapping = history.HundredthsPercent >= 3000 || (isFlapping && history.HundredthsPercent > 2000);
            turns += before != isFlapping ? 1 : 0;
            Assert.AreEqual(isFlapping, history.IsFlapping);
        }

        Assert.IsTrue(turns > 10);
    }
}

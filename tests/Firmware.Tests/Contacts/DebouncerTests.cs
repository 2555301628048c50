using System;
using Appliance.Core.Contacts;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Contacts;

[TestClass]
public class DebouncerTests
{
    [DataRow(true)]
    [DataRow(false)]
    public void The_first_level_counts_at_once(bool level)
    {
        Debouncer debouncer = new Debouncer(50);
        Assert.IsTrue(debouncer.Sample(level, 0));
        Assert.AreEqual(level, debouncer.Level);
        Assert.IsFalse(debouncer.Sample(level, 1000));
        Assert.IsFalse(debouncer.IsSettling);
    }

    [TestMethod]
    public void A_new_level_counts_after_the_hold_time()
    {
        Debouncer debouncer = Closed();
        Assert.IsFalse(debouncer.Sample(true, 1000));
        Assert.IsTrue(debouncer.IsSettling);
        Assert.AreEqual(1050L, debouncer.SettledAt);
        Assert.IsFalse(debouncer.Sample(true, 1049));
        Assert.IsFalse(debouncer.Level);
        Assert.IsTrue(debouncer.Sample(true, 1050));
        Assert.IsTrue(debouncer.Level);
        Assert.IsFalse(debouncer.IsSettling);
    }

    [TestMethod]
    public void A_bounce_back_begins_the_hold_time_anew()
    {
        Debouncer debouncer = Closed();
        debouncer.Sample(true, 1000);
        Assert.IsFalse(debouncer.Sample(false, 1040));
        Assert.IsFalse(debouncer.IsSettling);
        Assert.IsFalse(debouncer.Sample(true, 1045));
        Assert.IsFalse(debouncer.Sample(true, 1094));
        Assert.IsTrue(debouncer.Sample(true, 1095));
    }

    [TestMethod]
    public void An_edge_between_two_samples_begins_the_hold_time_anew()
    {
        Debouncer debouncer = Closed();
        debouncer.Sample(true, 1000);
        debouncer.Edge(1030);
        Assert.AreEqual(1080L, debouncer.SettledAt);
        Assert.IsFalse(debouncer.Sample(true, 1079));
        Assert.IsTrue(debouncer.Sample(true, 1080));
    }

    [TestMethod]
    public void An_edge_that_nobody_reported_does_not_freeze_the_state()
    {
        Debouncer debouncer = Closed();
        Assert.IsFalse(debouncer.Sample(true, 5000));
        Assert.IsTrue(debouncer.Sample(true, 6000));
    }

    [TestMethod]
    public void Two_changes_are_never_closer_than_the_hold_time()
    {
        Random random = new Random(50);
        Debouncer debouncer = Closed();
        long lastChange = 0;
        int changes = 0;
        for (long now = 1; now < 20_000; now += 1 + random.Next(20))
        {
            bool bounces = now / 500 % 2 == 0;
            bool level = bounces ? random.Next(2) == 0 : now / 1000 % 2 == 0;
            if (debouncer.Sample(level, now))
            {
                Assert.AreEqual(level, debouncer.Level);
                Assert.IsTrue(now - lastChange >= 50);
                lastChange = now;
                changes++;
            }
        }

        Assert.IsTrue(changes >= 10);
    }

    private static Debouncer Closed()
    {
        Debouncer debouncer = new Debouncer(50);
        debouncer.Sample(false, 0);
        return debouncer;
    }
}

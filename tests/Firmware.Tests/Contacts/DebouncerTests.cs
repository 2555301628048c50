using System;
using Appliance.Core.Contacts;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Contacts;

[TestClass]
public class DebouncerTests
{
    [DataRow(true)]
    [DataRow(false)]
    public void The_first_level_counts_at_once_and_is_no_rise(bool level)
    {
        Debouncer debouncer = new Debouncer(50);
        debouncer.Look(level, 0);
        Assert.AreEqual(level, debouncer.Level);
        Assert.AreEqual(0, debouncer.Rises);
        Assert.AreEqual(long.MaxValue, debouncer.LookAt);
    }

    [TestMethod]
    public void An_edge_before_the_first_look_changes_nothing()
    {
        Debouncer debouncer = new Debouncer(0);
        debouncer.Edge(true, 0);
        debouncer.Look(false, 10);
        Assert.IsFalse(debouncer.Level);
        Assert.AreEqual(0, debouncer.Rises);
    }

    [TestMethod]
    public void A_new_level_counts_after_the_hold_time()
    {
        Debouncer debouncer = Low(50);
        debouncer.Edge(true, 1000);
        Assert.AreEqual(1050L, debouncer.LookAt);
        debouncer.Look(true, 1049);
        Assert.IsFalse(debouncer.Level);
        debouncer.Look(true, 1050);
        Assert.IsTrue(debouncer.Level);
        Assert.AreEqual(1, debouncer.Rises);
        Assert.AreEqual(long.MaxValue, debouncer.LookAt);
    }

    [TestMethod]
    public void A_bounce_begins_the_hold_time_anew()
    {
        Debouncer debouncer = Low(50);
        debouncer.Edge(true, 1000);
        debouncer.Edge(false, 1040);
        Assert.AreEqual(long.MaxValue, debouncer.LookAt);
        debouncer.Edge(true, 1045);
        debouncer.Look(true, 1094);
        Assert.IsFalse(debouncer.Level);
        debouncer.Look(true, 1095);
        Assert.IsTrue(debouncer.Level);
    }

    [TestMethod]
    public void A_pulse_that_stood_long_enough_counts_though_nobody_looked()
    {
        Debouncer debouncer = Low(50);
        debouncer.Edge(true, 1000);
        debouncer.Edge(false, 1050);
        Assert.IsTrue(debouncer.Level);
        debouncer.Look(false, 1099);
        Assert.IsTrue(debouncer.Level);
        debouncer.Look(false, 1100);
        Assert.IsFalse(debouncer.Level);
        Assert.AreEqual(1, debouncer.Rises);
    }

    [TestMethod]
    public void Without_hold_time_each_rise_counts()
    {
        Debouncer debouncer = Low(0);
        for (int i = 0; i < 5; i++)
        {
            debouncer.Edge(true, 1000);
            debouncer.Edge(false, 1000);
        }

        Assert.AreEqual(5, debouncer.Rises);
        Assert.IsFalse(debouncer.Level);
        Assert.AreEqual(long.MaxValue, debouncer.LookAt);
    }

    [TestMethod]
    public void An_edge_to_the_level_that_was_means_a_pulse_that_is_over()
    {
        Debouncer debouncer = Low(0);
        debouncer.Edge(false, 1000);
        Assert.AreEqual(1, debouncer.Rises);
        Assert.IsFalse(debouncer.Level);

        debouncer = Low(50);
        debouncer.Edge(true, 1000);
        debouncer.Edge(true, 1030);
        debouncer.Look(true, 1079);
        Assert.IsFalse(debouncer.Level);
        debouncer.Look(true, 1080);
        Assert.IsTrue(debouncer.Level);
    }

    [TestMethod]
    public void A_look_before_the_edge_is_told_counts_nothing_twice()
    {
        Debouncer debouncer = Low(0);
        debouncer.Look(true, 1000);
        debouncer.Look(false, 1005);
        debouncer.Look(true, 1010);
        debouncer.Edge(true, 1020);
        debouncer.Edge(false, 1020);
        debouncer.Edge(true, 1020);
        debouncer.Look(true, 3000);
        Assert.IsTrue(debouncer.Level);
        Assert.AreEqual(2, debouncer.Rises);
    }

    [DataRow(0)]
    [DataRow(50)]
    [DataRow(2000)]
    public void An_edge_that_nobody_told_does_not_freeze_the_state(int holdMs)
    {
        Debouncer debouncer = Low(holdMs);
        long now = 5000;
        debouncer.Look(true, now);
        Assert.AreEqual(now + Debouncer.MissedMs, debouncer.LookAt);
        while (debouncer.LookAt != long.MaxValue)
        {
            Assert.IsFalse(debouncer.Level);
            Assert.IsTrue(debouncer.LookAt > now);
            now = debouncer.LookAt;
            debouncer.Look(true, now);
        }

        Assert.IsTrue(debouncer.Level);
        Assert.AreEqual(1, debouncer.Rises);
    }

    [DataRow(0)]
    [DataRow(1)]
    [DataRow(30)]
    [DataRow(200)]
    public void Any_course_of_edges_counts_as_in_the_model_however_rarely_anybody_looks(int holdMs)
    {
        Random random = new Random(holdMs);
        int rises = 0;
        for (int round = 0; round < 200; round++)
        {
            Debouncer debouncer = new Debouncer(holdMs);
            debouncer.Look(round % 2 == 0, 0);
            long[] times = new long[2 + random.Next(20)];
            for (int i = 1; i < times.Length; i++)
            {
                times[i] = times[i - 1] + (random.Next(3) == 0 ? random.Next(400) : random.Next(20));
            }

            bool level = round % 2 == 0;
            for (int i = 1; i < times.Length; i++)
            {
                level = !level;
                debouncer.Edge(level, times[i]);
                if (random.Next(3) == 0)
                {
                    debouncer.Look(level, times[i]);
                }
            }

            debouncer.Look(level, times[times.Length - 1] + 1000);
            Assert.AreEqual(level, debouncer.Level);
            Assert.AreEqual(Model(times, round % 2 == 0, holdMs), debouncer.Rises);
            rises += debouncer.Rises;
        }

        Assert.IsTrue(rises > 100);
    }

    /// <returns>Rises among the stretches of one level that last for the hold time.</returns>
    private static int Model(long[] edges, bool first, int holdMs)
    {
        int rises = 0;
        bool counted = first;
        bool level = first;
        for (int i = 1; i < edges.Length; i++)
        {
            level = !level;
            long end = i + 1 < edges.Length ? edges[i + 1] : long.MaxValue;
            if (end - edges[i] >= holdMs && level != counted)
            {
                counted = level;
                rises += level ? 1 : 0;
            }
        }

        return rises;
    }

    private static Debouncer Low(int holdMs)
    {
        Debouncer debouncer = new Debouncer(holdMs);
        debouncer.Look(false, 0);
        return debouncer;
    }
}

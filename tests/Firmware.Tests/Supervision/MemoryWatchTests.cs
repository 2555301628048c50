using System;
using Appliance.Core.Supervision;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Supervision;

[TestClass]
public class MemoryWatchTests
{
    [TestMethod]
    public void Five_minutes_of_want_ask_for_a_restart_and_a_single_dip_does_not()
    {
        MemoryWatch watch = new MemoryWatch(MemoryWatch.TlsBytes);
        Assert.IsFalse(watch.Look(18_432, 0));
        Assert.IsFalse(watch.Look(18_431, 900_000));
        Assert.IsFalse(watch.Look(18_431, 1_199_999));
        Assert.IsFalse(watch.Look(18_432, 1_200_000));
        Assert.IsFalse(watch.Look(1000, 1_300_000));
        Assert.IsFalse(watch.Look(16_000, 1_599_999));
        Assert.IsTrue(watch.Look(16_000, 1_600_000));
        Assert.AreEqual(1000, watch.Lowest);
    }

    [TestMethod]
    public void While_nothing_is_needed_want_does_not_count_and_the_least_does()
    {
        MemoryWatch watch = new MemoryWatch(MemoryWatch.TlsBytes);
        watch.Note(40_000);
        Assert.IsFalse(watch.Look(16_000, 0));
        watch.Note(10_000);
        Assert.IsFalse(watch.Look(16_000, 400_000));
        Assert.IsFalse(watch.Look(16_000, 699_999));
        Assert.IsTrue(watch.Look(16_000, 700_000));
        Assert.AreEqual(10_000, watch.Lowest);
    }

    [TestMethod]
    public void What_was_never_enough_a_restart_does_not_mend()
    {
        MemoryWatch watch = new MemoryWatch(20_000);
        for (int minute = 0; minute < 10_000; minute++)
        {
            Assert.IsFalse(watch.Look(19_999, minute * 60_000L));
        }
    }

    [TestMethod]
    public void Who_needs_none_is_never_in_want()
    {
        MemoryWatch watch = new MemoryWatch(0);
        for (int minute = 0; minute < 100; minute++)
        {
            Assert.IsFalse(watch.Look(0, minute * 60_000L));
        }

        Assert.AreEqual(0, watch.Lowest);
    }

    [DataRow(1)]
    [DataRow(2)]
    [DataRow(3)]
    public void Any_course_of_looks_is_as_by_a_list_of_them(int seed)
    {
        Random random = new Random(seed);
        MemoryWatch watch = new MemoryWatch(1000);
        int[] free = new int[3000];
        long[] at = new long[3000];
        int most = 1100;
        int asked = 0;
        long now = 0;
        for (int look = 0; look < free.Length; look++)
        {
            most = random.Next(40) == 0 ? 900 + random.Next(400) : most;
            now += random.Next(40_000);
            free[look] = random.Next(most);
            at[look] = now;
            bool wasEnough = false;
            int lowest = free[look];
            for (int i = 0; i < look; i++)
            {
                wasEnough |= free[i] >= 1000;
                lowest = free[i] < lowest ? free[i] : lowest;
            }

            int first = look;
            while (first >= 0 && free[first] < 1000)
            {
                first--;
            }

            bool isDue = first < look && wasEnough && now - at[first + 1] >= 300_000;
            asked += isDue ? 1 : 0;
            Assert.AreEqual(isDue, watch.Look(free[look], now));
            Assert.AreEqual(lowest, watch.Lowest);
        }

        Assert.IsTrue(asked > 10, asked.ToString());
    }
}

using System;
using Appliance.Core.Snmp;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Snmp;

[TestClass]
public class UpTimeWatchTests
{
    private const uint TicksPerDay = 8_640_000;
    private const long MsPerHour = 3_600_000;

    [TestMethod]
    public void The_first_answer_is_no_restart()
    {
        Assert.IsFalse(new UpTimeWatch().Take(0, 0));
        Assert.IsFalse(new UpTimeWatch().Take(5, MsPerHour));
    }

    [DataRow(3000u, 30_000L, 100u, true)]
    [DataRow(3000u, 30_000L, 2_624u, true)]
    [DataRow(3000u, 30_000L, 2_625u, false)]
    [DataRow(10 * TicksPerDay, 30_000L, 100u, true)]
    [DataRow(400 * TicksPerDay, 30_000L, 100u, true)]
    [DataRow(TicksPerDay, 10 * MsPerHour, 500u, true)]
    [DataRow(TicksPerDay, 10 * MsPerHour, 3_500_000u, true)]
    [DataRow(uint.MaxValue, 30_000L, 2_999u, false)]
    [DataRow(uint.MaxValue - 1000, 30_000L, 1_999u, false)]
    [DataRow(10 * TicksPerDay, 30_000L, 10 * TicksPerDay, false)]
    [DataRow(10 * TicksPerDay, 30_000L, (10 * TicksPerDay) + 2_950, false)]
    [DataRow(10 * TicksPerDay, 30_000L, (10 * TicksPerDay) - 360_000, false)]
    [DataRow(10 * TicksPerDay, 30_000L, (10 * TicksPerDay) + 360_000, false)]
    [DataRow(TicksPerDay, 10 * MsPerHour, TicksPerDay + 3_500_000, false)]
    public void A_restart_is_told_from_wraps_and_bad_clocks(uint before, long passedMs, uint ticks, bool expected)
    {
        UpTimeWatch watch = new UpTimeWatch();
        watch.Take(before, 1000);
        Assert.AreEqual(expected, watch.Take(ticks, 1000 + passedMs));
    }

    [TestMethod]
    public void A_restart_is_told_once()
    {
        UpTimeWatch watch = new UpTimeWatch();
        watch.Take(TicksPerDay, 0);
        Assert.IsTrue(watch.Take(1000, 30_000));
        Assert.IsFalse(watch.Take(4000, 60_000));
        Assert.IsTrue(watch.Take(200, 90_000));
    }

    /// <summary>An agent of random habits: up to 1 % fast or slow, its time out of a cache, silent for hours, restarting.</summary>
    [DataRow(1)]
    [DataRow(2)]
    [DataRow(3)]
    [DataRow(4)]
    public void Restarts_are_told_and_nothing_else(int seed)
    {
        Random random = new Random(seed);
        for (int agent = 0; agent < 100; agent++)
        {
            UpTimeWatch watch = new UpTimeWatch();
            long permille = 990 + random.Next(21);
            long cacheTicks = 1 + random.Next(1000);
            long now = random.Next(100_000);

            // Up for a while, or close before a wrap, or at times both.
            long begun = now - (random.Next(2) == 0 ? random.Next(int.MaxValue) : 42_949_672_960L + random.Next(10_000_000) - 9_000_000);
            watch.Take(Told(now - begun, permille, cacheTicks), now);
            long restarts = 0;
            for (int poll = 0; poll < 200; poll++)
            {
                long pause = random.Next(20) == 0 ? random.Next(40_000_000) : 5000 + random.Next(60_000);
                long upBefore = now - begun;
                now += pause;
                bool hasRestarted = random.Next(10) == 0;
                if (hasRestarted)
                {
                    // One that had not been up for long cannot be told from a slow clock.
                    long most = pause < int.MaxValue ? pause : int.MaxValue;
                    begun = now - random.Next((int)most);
                    hasRestarted = upBefore + pause - (now - begun) > 45_000 + (pause / 6);
                    restarts += hasRestarted ? 1 : 0;
                    if (!hasRestarted)
                    {
                        watch.Take(Told(now - begun, permille, cacheTicks), now);
                        continue;
                    }
                }

                Assert.AreEqual(hasRestarted, watch.Take(Told(now - begun, permille, cacheTicks), now));
            }

            Assert.IsTrue(restarts > 2);
        }
    }

    private static uint Told(long upMs, long permille, long cacheTicks) =>
        (uint)(upMs / 10 * permille / 1000 / cacheTicks * cacheTicks);
}

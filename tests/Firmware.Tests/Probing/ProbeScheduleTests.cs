using System;
using Appliance.Core.Probing;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Probing;

[TestClass]
public class ProbeScheduleTests
{
    private const int Targets = 64;
    private const int PeriodMs = 10_000;

    [TestMethod]
    public void The_first_checks_are_spread_over_a_period()
    {
        ProbeSchedule schedule = new ProbeSchedule(Targets, 1);
        const long Now = 123_456;
        int[] inTenth = new int[10];
        for (int i = 0; i < Targets; i++)
        {
            long wait = schedule.Next(i, PeriodMs, Now) - Now;
            Assert.IsTrue(wait > 0 && wait <= PeriodMs + (PeriodMs / 10));
            inTenth[(int)(wait % PeriodMs) * 10 / PeriodMs]++;
        }

        for (int i = 0; i < inTenth.Length; i++)
        {
            Assert.IsTrue(inTenth[i] >= 1 && inTenth[i] <= 14);
        }
    }

    [TestMethod]
    public void Every_slot_has_one_check_nine_to_eleven_tenths_of_a_period_after_the_last()
    {
        Random random = new Random(8);
        for (int round = 0; round < 100; round++)
        {
            int count = 1 + random.Next(Targets);
            int index = random.Next(count);
            int period = 1000 * (1 + random.Next(random.Next(2) == 0 ? 10 : 3600));
            ProbeSchedule schedule = new ProbeSchedule(count, random.Next());
            long due = schedule.Next(index, period, random.Next(1_000_000));
            long slot = Slot(due, index, count, period);
            for (int check = 1; check < 200; check++)
            {
                // The prober looks every 100 ms, so it begins late by up to as much.
                long next = schedule.Next(index, period, due + random.Next(100));
                Assert.AreEqual(slot + check, Slot(next, index, count, period));
                Assert.IsTrue(10 * (next - due) >= 9 * period && 10 * (next - due) <= 11 * period);
                due = next;
            }
        }
    }

    [TestMethod]
    public void A_late_check_skips_the_slots_that_went_by()
    {
        ProbeSchedule schedule = new ProbeSchedule(1, 5);
        for (int late = 0; late < 100_000; late += 777)
        {
            long next = schedule.Next(0, PeriodMs, 50_000 + late);
            Assert.AreEqual(6L + (late / PeriodMs), next / PeriodMs);
            Assert.IsTrue(next % PeriodMs <= PeriodMs / 10);
        }
    }

    [TestMethod]
    public void Two_targets_do_not_stay_in_step_and_neither_does_one_with_itself()
    {
        ProbeSchedule schedule = new ProbeSchedule(2, 77);
        long first = 0;
        long second = 0;
        int[] inTenth = new int[11];
        int together = 0;
        for (int check = 0; check < 1000; check++)
        {
            first = schedule.Next(0, PeriodMs, first);
            second = schedule.Next(1, PeriodMs, second);
            inTenth[(int)(first % PeriodMs) / 100]++;

            // But for the jitter the second is half a period before the first.
            long apart = second - first + (PeriodMs / 2);
            Assert.IsTrue(apart >= -1000 && apart <= 1000);
            together += apart > -100 && apart < 100 ? 1 : 0;
        }

        // About a hundred each; two independent ones are within 100 ms of each other in 19 of a hundred.
        for (int i = 0; i < 10; i++)
        {
            Assert.IsTrue(inTenth[i] > 50 && inTenth[i] < 200);
        }

        Assert.IsTrue(together > 100 && together < 300);
    }

    [TestMethod]
    public void No_tenth_of_a_second_has_more_than_a_few_of_many_checks()
    {
        // Slots lie 156 ms apart and a check up to 1000 ms behind its own: 8 of them reach into any 100 ms at the most.
        const int Bound = 8;
        const int Minutes = 10;
        ProbeSchedule schedule = new ProbeSchedule(Targets, 4);
        int[] inHundredth = new int[(Minutes * 6000) + 2000];
        for (int i = 0; i < Targets; i++)
        {
            for (long due = schedule.Next(i, PeriodMs, 0); due < Minutes * 60_000; due = schedule.Next(i, PeriodMs, due))
            {
                inHundredth[(int)(due / 10)]++;
            }
        }

        int most = 0;
        int inWindow = 0;
        for (int i = 0; i < inHundredth.Length; i++)
        {
            inWindow += inHundredth[i] - (i < 10 ? 0 : inHundredth[i - 10]);
            most = inWindow > most ? inWindow : most;
        }

        Assert.IsTrue(most > 1 && most <= Bound);
    }

    /// <returns>Number of the slot that begins a tenth of a period or less before.</returns>
    private static long Slot(long due, int index, int count, int period)
    {
        long inGrid = due - ((long)period * index / count);
        Assert.IsTrue(inGrid % period <= period / 10);
        return inGrid / period;
    }
}

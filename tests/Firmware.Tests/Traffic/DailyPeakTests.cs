using System;
using System.Collections;
using Appliance.Core.Traffic;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Traffic;

[TestClass]
public class DailyPeakTests
{
    /// <summary>2026-11-21 00:00:00 UTC.</summary>
    private const long Midnight = 1_795_219_200;

    [TestMethod]
    public void Before_the_clock_is_set_there_is_nothing()
    {
        DailyPeak peak = new DailyPeak();
        peak.Take(500, 0, 60);
        Assert.AreEqual(0L, peak.Day);
        Assert.IsFalse(peak.IsOf(0, 60));
        Assert.IsFalse(peak.IsOf(Midnight, 60));
    }

    [TestMethod]
    public void The_highest_since_midnight_is_kept()
    {
        DailyPeak peak = new DailyPeak();
        peak.Take(500, Midnight, 0);
        peak.Take(700, Midnight + 1, 0);
        peak.Take(600, Midnight + 86_399, 0);
        Assert.AreEqual(700L, peak.Value);
        Assert.IsFalse(peak.IsOf(Midnight + 86_400, 0));
        peak.Take(100, Midnight + 86_400, 0);
        Assert.AreEqual(100L, peak.Value);
        Assert.IsTrue(peak.IsOf(Midnight + 86_400, 0));
    }

    [DataRow(0, 0)]
    [DataRow(60, -3600)]
    [DataRow(-720, 43_200)]
    [DataRow(840, -50_400)]
    [DataRow(345, -20_700)]
    public void Midnight_is_where_the_people_are(int utcOffsetMinutes, int midnight)
    {
        DailyPeak peak = new DailyPeak();
        peak.Take(900, Midnight + midnight - 1, utcOffsetMinutes);
        peak.Take(100, Midnight + midnight, utcOffsetMinutes);
        Assert.AreEqual(100L, peak.Value);
        peak.Take(50, Midnight + midnight + 86_399, utcOffsetMinutes);
        Assert.AreEqual(100L, peak.Value);
    }

    [TestMethod]
    public void A_restart_keeps_the_peak_of_the_day_and_of_no_other()
    {
        DailyPeak before = new DailyPeak();
        before.Take(900, Midnight + 10, 0);
        for (int days = 0; days < 2; days++)
        {
            DailyPeak peak = new DailyPeak();
            peak.Restore(before.Value, before.Day);
            peak.Take(5000, 0, 0);
            peak.Take(100, Midnight + 20 + (days * 86_400), 0);
            Assert.AreEqual(days == 0 ? 900L : 100L, peak.Value);
        }
    }

    [TestMethod]
    public void A_clock_that_was_years_wrong_for_a_while_loses_nothing()
    {
        DailyPeak peak = new DailyPeak();
        peak.Take(900, Midnight, 0);
        peak.Take(100, Midnight + 2_000_000_000, 0);
        peak.Take(200, Midnight + 30, 0);
        Assert.AreEqual(900L, peak.Value);
        peak.Take(150, Midnight + 86_400, 0);
        Assert.AreEqual(150L, peak.Value);
    }

    [DataRow(1)]
    [DataRow(2)]
    [DataRow(3)]
    public void Each_day_has_its_own_peak_however_the_clock_steps(int seed)
    {
        Random random = new Random(seed);
        int utcOffsetMinutes = random.Next(1561) - 720;
        Hashtable peaks = new Hashtable();
        DailyPeak peak = new DailyPeak();
        long time = Midnight;
        int steps = 0;
        for (int round = 0; round < 3000; round++)
        {
            int step = random.Next(50) == 0 ? random.Next(100_000) : random.Next(8000) - 3000;
            long before = DayOf(time, utcOffsetMinutes);
            time += step;
            long day = DayOf(time, utcOffsetMinutes);
            steps += day < before ? 1 : 0;
            if (random.Next(20) == 0)
            {
                peak.Take(int.MaxValue, 0, utcOffsetMinutes);
            }

            long value = random.Next(1_000_000);
            peak.Take(value, time, utcOffsetMinutes);
            object highest = peaks[day];
            if (highest == null || (long)highest < value)
            {
                peaks[day] = value;
            }

            Assert.AreEqual((long)peaks[day], peak.Value);
            Assert.IsTrue(peak.IsOf(time, utcOffsetMinutes));
            Assert.IsFalse(peak.IsOf(time + 86_400, utcOffsetMinutes));
        }

        Assert.IsTrue(steps > 5);
    }

    /// <summary>The date as a number: 20261121.</summary>
    private static long DayOf(long unixSeconds, int utcOffsetMinutes)
    {
        DateTime local = DateTime.FromUnixTimeSeconds(unixSeconds + (60L * utcOffsetMinutes));
        return (local.Year * 10_000L) + (local.Month * 100) + local.Day;
    }
}

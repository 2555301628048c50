using System;
using Appliance.Core.Timing;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Timing;

[TestClass]
public class ClockWatchTests
{
    private const long Noon = 1_795_262_400;
    private const long NoonMs = Noon * 1000;

    [TestMethod]
    public void Before_the_clock_is_set_no_time_is_known()
    {
        ClockWatch watch = new ClockWatch();
        Assert.AreEqual(0L, watch.Look(5000, 0));
        Assert.AreEqual(-1L, watch.SetAt);
        Assert.AreEqual(0L, watch.UnixOf(5000));
    }

    [TestMethod]
    public void Once_it_is_set_all_that_came_before_has_a_time()
    {
        ClockWatch watch = new ClockWatch();
        watch.Look(5000, 0);
        Assert.AreEqual(0L, watch.Look(90_000, NoonMs));
        Assert.AreEqual(90_000L, watch.SetAt);
        Assert.AreEqual(Noon, watch.UnixOf(90_000));
        Assert.AreEqual(Noon, watch.UnixOf(90_999));
        Assert.AreEqual(Noon - 1, watch.UnixOf(89_999));
        Assert.AreEqual(Noon - 90, watch.UnixOf(0));
        Assert.AreEqual(0, watch.Jumps);
    }

    [DataRow(3_600_000)]
    [DataRow(-3_600_000)]
    [DataRow(2001)]
    [DataRow(-2001)]
    public void A_jump_is_told_once_and_moves_all_stamps(int ms)
    {
        ClockWatch watch = new ClockWatch();
        watch.Look(0, NoonMs);
        Assert.AreEqual((long)ms, watch.Look(10_000, NoonMs + 10_000 + ms));
        Assert.AreEqual(1, watch.Jumps);
        Assert.AreEqual((NoonMs + 10_000 + ms) / 1000, watch.UnixOf(10_000));
        Assert.AreEqual((NoonMs + ms) / 1000, watch.UnixOf(0));
        Assert.AreEqual(0L, watch.Look(20_000, NoonMs + 20_000 + ms));
        Assert.AreEqual(1, watch.Jumps);
        Assert.AreEqual(0L, watch.SetAt);
    }

    [DataRow(2000)]
    [DataRow(-2000)]
    public void Two_seconds_are_no_jump(int ms)
    {
        ClockWatch watch = new ClockWatch();
        watch.Look(0, NoonMs);
        Assert.AreEqual(0L, watch.Look(10_000, NoonMs + 10_000 + ms));
        Assert.AreEqual(0, watch.Jumps);
        Assert.AreEqual((NoonMs + 100_000 + ms) / 1000, watch.UnixOf(100_000));
    }

    [TestMethod]
    public void A_clock_that_is_unset_again_changes_nothing()
    {
        ClockWatch watch = new ClockWatch();
        watch.Look(0, NoonMs);
        Assert.AreEqual(0L, watch.Look(10_000, 0));
        Assert.AreEqual(Noon + 10, watch.UnixOf(10_000));
        Assert.AreEqual(0, watch.Jumps);
    }

    [TestMethod]
    public void A_small_step_back_makes_the_stamps_stand_until_it_is_made_up()
    {
        ClockWatch watch = new ClockWatch();
        watch.Look(0, NoonMs);
        watch.Look(10_000, NoonMs + 8500);
        Assert.AreEqual(Noon + 10, watch.UnixOf(10_000));
        Assert.AreEqual(Noon + 10, watch.UnixOf(12_499));
        Assert.AreEqual(Noon + 11, watch.UnixOf(12_500));
        Assert.AreEqual(Noon + 98, watch.UnixOf(100_000));

        // What was long before stands where the clock says.
        Assert.AreEqual(Noon - 2, watch.UnixOf(0));
    }

    [DataRow(1)]
    [DataRow(2)]
    [DataRow(3)]
    [DataRow(4)]
    [DataRow(5)]
    [DataRow(6)]
    public void Whatever_the_clock_does_the_stamps_stand_in_the_order_of_the_uptimes(int seed)
    {
        Random random = new Random(seed);
        ClockWatch watch = new ClockWatch();
        long uptime = 0;
        long offset = NoonMs;
        long last = 0;
        int jumps = 0;
        int stood = 0;
        watch.Look(0, offset);
        for (int look = 0; look < 10_000; look++)
        {
            for (int stamp = random.Next(4); stamp > 0; stamp--)
            {
                uptime += random.Next(4000);
                last = NotBefore(last, watch.UnixOf(uptime));
            }

            // It runs too fast or too slow, is set right by a little, and now and then it is wrong.
            long step = random.Next(5) > 0 ? random.Next(41) - 20 : random.Next(3) > 0 ? random.Next(4001) - 2000 : random.Next(20_000) - 10_000;
            bool isJump = step > 2000 || step < -2000;
            offset += step;
            jumps += isJump ? 1 : 0;
            Assert.AreEqual(isJump ? step : 0, watch.Look(uptime, uptime + offset));
            Assert.AreEqual(jumps, watch.Jumps);

            long told = watch.UnixOf(uptime);
            long clock = (uptime + offset) / 1000;
            last = isJump ? told : NotBefore(last, told);
            stood += told > clock ? 1 : 0;
            Assert.IsTrue(isJump ? told == clock : told >= clock, told.ToString());

            long some = random.Next(1000) + (uptime * random.Next(3) / 2);
            Assert.IsTrue(watch.UnixOf(some) <= watch.UnixOf(some + random.Next(3000)));

            // However it stood, soon it is right.
            Assert.AreEqual((uptime + 100_000 + offset) / 1000, watch.UnixOf(uptime + 100_000));
        }

        Assert.IsTrue(jumps > 100 && stood > 100, stood.ToString());
    }

    private static long NotBefore(long last, long stamp)
    {
        Assert.IsTrue(stamp >= last, stamp.ToString() + " after " + last.ToString());
        return stamp;
    }
}

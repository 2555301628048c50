using System;
using Appliance.Core.Supervision;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Supervision;

[TestClass]
public class HeartWatchTests
{
    private const long MinuteMs = 60_000;
    private const int Workers = 5;

    [TestMethod]
    public void A_stuck_worker_gets_two_threads_an_hour_and_then_the_device_restarts()
    {
        HeartWatch watch = new HeartWatch(2);
        Is(Remedy.Nothing, watch.Look(1, false, 0, 0));
        Is(Remedy.RestartWorker, watch.Look(1, true, 0, MinuteMs));
        Is(Remedy.RestartWorker, watch.Look(1, true, 0, 2 * MinuteMs));
        Is(Remedy.RestartDevice, watch.Look(1, true, 0, 3 * MinuteMs));
        Is(Remedy.RestartDevice, watch.Look(1, true, 0, (61 * MinuteMs) - 1));
        Is(Remedy.RestartWorker, watch.Look(1, true, 0, 61 * MinuteMs));
        Is(Remedy.RestartDevice, watch.Look(1, true, 0, 61 * MinuteMs));
        Is(Remedy.Nothing, watch.Look(1, false, 0, 61 * MinuteMs));
        Is(Remedy.RestartWorker, watch.Look(0, true, 0, 61 * MinuteMs));
    }

    [TestMethod]
    public void Twenty_failures_in_a_row_are_as_bad()
    {
        HeartWatch watch = new HeartWatch(1);
        Is(Remedy.Nothing, watch.Look(0, false, 19, MinuteMs));
        Is(Remedy.RestartWorker, watch.Look(0, false, 20, MinuteMs));
        Is(Remedy.RestartWorker, watch.Look(0, false, 21, MinuteMs));
        Is(Remedy.RestartDevice, watch.Look(0, false, 22, MinuteMs));
        Assert.IsTrue(watch.MayFeed);
    }

    [TestMethod]
    public void The_watchdog_starves_only_when_threads_did_not_help_a_silent_worker()
    {
        HeartWatch watch = new HeartWatch(2);
        Assert.IsTrue(watch.MayFeed);
        watch.Look(0, true, 0, 0);
        watch.Look(0, true, 0, MinuteMs);
        Assert.IsTrue(watch.MayFeed);
        watch.Look(0, true, 0, 2 * MinuteMs);
        watch.Look(1, false, 0, 2 * MinuteMs);
        Assert.IsFalse(watch.MayFeed);
        watch.Look(0, false, 0, 3 * MinuteMs);
        Assert.IsTrue(watch.MayFeed);
    }

    [DataRow(1)]
    [DataRow(2)]
    [DataRow(3)]
    [DataRow(4)]
    public void Any_course_of_looks_is_as_by_a_list_of_all_new_threads(int seed)
    {
        Random random = new Random(seed);
        HeartWatch watch = new HeartWatch(Workers);
        int[] worker = new int[20_000];
        long[] at = new long[20_000];
        bool[] isGivenUp = new bool[Workers];
        int threads = 0;
        int devices = 0;
        long now = 0;
        for (int look = 0; look < 20_000; look++)
        {
            now += random.Next(5 * 60_000);
            int who = random.Next(Workers);
            bool isStuck = random.Next(3) == 0;
            int failures = random.Next(3) == 0 ? 18 + random.Next(4) : 0;
            int lately = 0;
            for (int i = threads - 1; i >= 0 && now - at[i] < 60 * MinuteMs; i--)
            {
                lately += worker[i] == who ? 1 : 0;
            }

            bool isIll = isStuck || failures >= 20;
            Remedy expected = !isIll ? Remedy.Nothing : lately < 2 ? Remedy.RestartWorker : Remedy.RestartDevice;
            Is(expected, watch.Look(who, isStuck, failures, now));
            if (expected == Remedy.RestartWorker)
            {
                worker[threads] = who;
                at[threads++] = now;
            }

            devices += expected == Remedy.RestartDevice ? 1 : 0;
            isGivenUp[who] = isStuck && expected == Remedy.RestartDevice;
            bool mayFeed = true;
            for (int i = 0; i < Workers; i++)
            {
                mayFeed &= !isGivenUp[i];
            }

            Assert.AreEqual(mayFeed, watch.MayFeed);
        }

        Assert.IsTrue(threads > 1000 && devices > 1000);
    }

    private static void Is(Remedy expected, Remedy actual) => Assert.AreEqual((int)expected, (int)actual);
}

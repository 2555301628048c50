using System;
using Appliance.Core.Alarms;
using Appliance.Core.Conditions;
using Appliance.Core.Metrics;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Alarms;

[TestClass]
public class AlarmQueueTests
{
    private const int Minute = 60_000;

    [TestMethod]
    public void The_worst_is_told_first()
    {
        LimitWatch[] watches = Watches(3, out Metric[] metrics);
        AlarmQueue queue = new AlarmQueue(watches);
        Assert.AreEqual(-1, queue.Next(0));
        Put(queue, watches, metrics, 0, 11, 0);
        Put(queue, watches, metrics, 1, 21, 0);
        Put(queue, watches, metrics, 2, 11, 0);
        Assert.AreEqual(3, queue.Changes);
        Assert.AreEqual(1, Tell(queue));
        Assert.AreEqual(0, Tell(queue));
        Assert.AreEqual(2, Tell(queue));
        Assert.AreEqual(-1, queue.Next(0));
        Assert.IsTrue(queue.IsTold(1));
        queue.Renew(1);
        Assert.AreEqual(0, queue.Changes);
        Assert.AreEqual(1, queue.Next(0));
    }

    [TestMethod]
    public void What_comes_and_goes_is_over_when_it_has_calmed_down()
    {
        LimitWatch[] watches = Watches(1, out Metric[] metrics);
        AlarmQueue queue = new AlarmQueue(watches);
        long now = 0;
        int told = 0;
        int flaps = 0;
        for (int i = 0; i < 100; i++)
        {
            now += 5000;
            flaps += Put(queue, watches, metrics, 0, 11, now) ? 1 : 0;
            told += queue.Next(now) >= 0 ? Tell(queue, now) + 1 : 0;
            now += 5000;
            Put(queue, watches, metrics, 0, 0, now);
            told += queue.Next(now) >= 0 ? Tell(queue, now) + 1 : 0;
        }

        // Up and down three times, and up once more.
        Assert.AreEqual(7, told);
        Assert.AreEqual(1, flaps);

        // Worse than was told is told at once.
        now += 5000;
        Put(queue, watches, metrics, 0, 21, now);
        Assert.AreEqual(0, Tell(queue, now));
        now += 5000;
        Put(queue, watches, metrics, 0, 0, now);
        Assert.AreEqual(-1, queue.Next(now + (14 * Minute)));
        Assert.AreEqual(0, queue.Next(now + (16 * Minute)));
    }

    [DataRow(1)]
    [DataRow(2)]
    [DataRow(3)]
    [DataRow(4)]
    public void In_the_end_each_is_told_as_it_is(int seed)
    {
        Random random = new Random(seed);
        LimitWatch[] watches = Watches(20, out Metric[] metrics);
        AlarmQueue queue = new AlarmQueue(watches);
        int[] told = new int[watches.Length];
        long now = 0;
        for (int round = 0; round < 3000; round++)
        {
            now += random.Next(10_000);
            int who = random.Next(watches.Length);
            Put(queue, watches, metrics, who, random.Next(3) * 12, now);
            int next = random.Next(3) == 0 ? queue.Next(now) : -1;
            if (next >= 0)
            {
                queue.MarkTold(next);
                told[next] = (int)watches[next].Severity;
            }
        }

        now += 60 * Minute;
        for (int next = queue.Next(now); next >= 0; next = queue.Next(now))
        {
            queue.MarkTold(next);
            told[next] = (int)watches[next].Severity;
        }

        for (int i = 0; i < watches.Length; i++)
        {
            Assert.AreEqual((int)watches[i].Severity, told[i]);
        }
    }

    private static int Tell(AlarmQueue queue) => Tell(queue, 0);

    private static int Tell(AlarmQueue queue, long now)
    {
        int next = queue.Next(now);
        queue.MarkTold(next);
        return next;
    }

    private static bool Put(AlarmQueue queue, LimitWatch[] watches, Metric[] metrics, int index, int value, long now)
    {
        metrics[index].Set(value, now);
        return watches[index].Step(now) && queue.Note(index, now);
    }

    /// <summary>A warning above 10, critical above 20.</summary>
    private static LimitWatch[] Watches(int count, out Metric[] metrics)
    {
        LimitWatch[] watches = new LimitWatch[count];
        metrics = new Metric[count];
        for (int i = 0; i < count; i++)
        {
            metrics[i] = new Metric(Group.Climate, "m" + i.ToString(), "c", "", 0);
            metrics[i].Limits = new Limits { HighWarning = 10, HighCritical = 20 };
            watches[i] = new LimitWatch(metrics[i], null, null);
        }

        return watches;
    }
}

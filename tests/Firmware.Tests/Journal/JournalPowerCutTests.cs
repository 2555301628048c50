using System;
using Appliance.Core.Journal;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Journal;

[TestClass]
public class JournalPowerCutTests
{
    [TestMethod]
    public void Power_may_fail_at_any_operation()
    {
        JournalTraffic traffic = new JournalTraffic(51, 8, 8, 2, 8) { Noise = 64, RawOdds = 20 };
        JournalRig rig = new JournalRig(traffic, new MemoryStore());
        rig.Store.Watcher = rig;
        Run(rig, new Random(52));
        Assert.IsTrue(rig.Store.MostUsed <= JournalRig.Budget);
        Assert.IsTrue(rig.Store.Writes > 150 && rig.Journal.Counters.Thinned > 500 && rig.Journal.Counters.Drained > 100);
        int thinned = 0;
        for (int i = 0; i < rig.Snapshots.Count; i++)
        {
            thinned += Recover(rig, (JournalSnapshot)rig.Snapshots[i], "snapshot " + i.ToString()) > 0 ? 1 : 0;
        }

        Assert.IsTrue(thinned > 20, thinned.ToString());
    }

    /// <summary>Adds, drains in part, thins, and writes.</summary>
    private static void Run(JournalRig rig, Random random)
    {
        for (int round = 0; round < 2500; round++)
        {
            rig.Add(1);
            int choice = random.Next(100);
            if (choice == 0)
            {
                rig.Journal.Flush();
            }
            else if (choice == 1 && round % 3 == 0)
            {
                for (int i = 0; i < 30; i++)
                {
                    rig.Take();
                }

                rig.Journal.Commit();
                if (round % 2 == 0)
                {
                    rig.Journal.Rewind();
                }
            }
            else if (choice < 70)
            {
                rig.Journal.Thin();
            }
        }
    }

    /// <summary>Starts from what a cut has left, and drains.</summary>
    /// <returns>How many are missing of what had been written: exactly those that it tells.</returns>
    private static int Recover(JournalRig rig, JournalSnapshot snapshot, string what)
    {
        for (int i = 0; i < rig.Traffic.Entries.Count; i++)
        {
            ((JournalEntry)rig.Traffic.Entries[i]).Received = 0;
        }

        for (int i = 0; i < snapshot.Received; i++)
        {
            ((JournalEntry)rig.Traffic.Entries[(int)rig.Order[i]]).Received++;
        }

        // It has room, so that it thins nothing.
        JournalTraffic traffic = rig.Traffic;
        traffic.Session++;
        traffic.Sequence = 0;
        JournalRig next = new JournalRig(traffic, snapshot.Store, 2 * JournalRig.Budget);
        int waiting = next.Journal.Count;
        next.Add(60);
        next.Drain();
        Assert.AreEqual(waiting + 60, next.Order.Count, what);
        Assert.AreEqual(0, next.Missing(traffic.Session), what);
        Assert.AreEqual(0, next.Journal.Counters.LostCorrupt, what);
        Assert.AreEqual(0, next.Journal.Count, what);
        Assert.AreEqual(0, next.Missing(1, snapshot.Durable, true), what + ": raw reports");

        int missing = next.Missing(1, snapshot.Durable, false);
        Assert.AreEqual(next.Journal.Counters.Thinned + next.Journal.Counters.LostFull, missing, what);
        return missing;
    }
}

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
        int unsure = 0;
        for (int i = 0; i < rig.Snapshots.Count; i++)
        {
            unsure += Recover(rig, (JournalSnapshot)rig.Snapshots[i], "snapshot " + i.ToString()) ? 0 : 1;
        }

        Assert.IsTrue(unsure < rig.Snapshots.Count / 10, unsure.ToString());
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
    /// <returns>True if exactly what had been counted is missing, of what had been written.</returns>
    private static bool Recover(JournalRig rig, JournalSnapshot snapshot, string what)
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

        // A segment that was rewritten may be complete on flash, though nobody was told.
        int missing = next.Missing(1, snapshot.Durable, false);
        bool isExact = missing == snapshot.Counted;
        Assert.IsTrue(
            isExact || (snapshot.IsRewriting && missing > snapshot.Counted),
            what + ": " + missing.ToString() + " for " + snapshot.Counted.ToString());
        return isExact;
    }
}

using System;
using Appliance.Core.Journal;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Journal;

[TestClass]
public class ReportJournalTests
{
    [TestMethod]
    public void What_was_added_comes_back_in_order_and_then_is_gone()
    {
        JournalRig rig = Rig(1);
        rig.Add(3000);
        Assert.AreEqual(3000, rig.Journal.Count);
        rig.Drain();
        AssertInOrder(rig, 3000);
        Assert.AreEqual(0, rig.Journal.Count);
        Assert.AreEqual(3000, rig.Journal.Counters.Journaled);
        Assert.AreEqual(3000, rig.Journal.Counters.Drained);

        // Only the layout is left.
        Assert.AreEqual(1, rig.Store.Count);
        Assert.AreEqual(4096, rig.Journal.Used);
        rig.Add(10);
        rig.Drain();
        AssertInOrder(rig, 3010);
    }

    [TestMethod]
    public void An_empty_journal_gives_nothing_and_writes_nothing()
    {
        JournalRig rig = Rig(2);
        Assert.IsFalse(rig.Take());
        rig.Journal.Commit();
        rig.Journal.Rewind();
        rig.Journal.Flush();
        rig.Journal.SetStart(1_795_000_000);
        Assert.IsFalse(rig.Journal.Thin());
        Assert.IsFalse(rig.Take());
        Assert.AreEqual(0, rig.Store.Writes);
    }

    [TestMethod]
    public void What_was_not_committed_comes_again()
    {
        JournalRig rig = Rig(3);
        rig.Add(2000);
        Take(rig, 700);
        rig.Journal.Commit();
        Assert.AreEqual(1300, rig.Journal.Count);
        Take(rig, 900);
        rig.Journal.Rewind();
        Assert.AreEqual(1300, rig.Journal.Count);
        Take(rig, 1);
        Assert.AreEqual(700, (int)rig.Order[1600]);
        rig.Drain();
        for (int i = 0; i < 2000; i++)
        {
            int expected = i < 700 || i >= 1600 ? 1 : 2;
            Assert.AreEqual(expected, ((JournalEntry)rig.Traffic.Entries[i]).Received);
        }

        Assert.AreEqual(2000, rig.Journal.Counters.Drained);
    }

    [TestMethod]
    public void What_comes_between_the_last_record_and_its_acknowledgement_stays()
    {
        for (int flushed = 0; flushed < 2; flushed++)
        {
            JournalRig rig = Rig(30);
            rig.Add(100);
            Take(rig, 101);
            rig.Add(3);
            if (flushed > 0)
            {
                rig.Journal.Flush();
            }

            rig.Journal.Commit();
            Assert.AreEqual(3, rig.Journal.Count);
            rig.Drain();
            AssertInOrder(rig, 103);
        }
    }

    [TestMethod]
    public void Reports_are_added_while_others_are_drained()
    {
        Random random = new Random(4);
        JournalRig rig = Rig(4);
        for (int round = 0; round < 300; round++)
        {
            rig.Add(random.Next(30));
            Take(rig, random.Next(40));
            if (random.Next(3) == 0)
            {
                rig.Journal.Commit();
            }

            if (random.Next(10) == 0)
            {
                rig.Journal.Flush();
            }
        }

        rig.Drain();
        AssertInOrder(rig, rig.Traffic.Entries.Count);
        Assert.AreEqual(0, rig.Journal.Count);
    }

    [TestMethod]
    public void After_a_restart_there_are_duplicates_but_no_gaps()
    {
        JournalRig rig = Rig(5);
        rig.Add(2500);
        rig.Journal.Flush();
        Take(rig, 1400);
        rig.Journal.Commit();
        Take(rig, 300);
        JournalRig next = rig.Restart();
        Assert.IsTrue(next.Journal.Count >= 1100 && next.Journal.Count < 2000, next.Journal.Count.ToString());
        next.Add(500);
        next.Drain(7);
        Assert.AreEqual(0, next.Missing(1));
        Assert.AreEqual(0, next.Missing(2));
        Assert.AreEqual(0, next.Journal.Counters.LostCorrupt);
    }

    [TestMethod]
    public void Many_short_sessions_share_a_file()
    {
        JournalRig rig = Rig(6);
        for (int i = 0; i < 60; i++)
        {
            rig.Add(3);
            rig.Journal.Flush();
            rig = rig.Restart();
        }

        Assert.IsTrue(rig.Journal.Used <= 5 * 4096, rig.Journal.Used.ToString());
        Assert.AreEqual(180, rig.Journal.Count);
        rig.Drain();
        AssertInOrder(rig, 180);
    }

    [TestMethod]
    public void A_clock_that_is_set_later_stamps_what_came_before()
    {
        JournalRig rig = Rig(7);
        rig.Traffic.IsClockSet = false;
        rig.Traffic.Clock = 5;
        rig.Add(1500);
        rig.Journal.SetStart(1_795_000_000);
        rig.Starts[1] = 1_795_000_000L;
        JournalRig next = rig.Restart();
        next.Add(20);
        next.Journal.Flush();
        next = next.Restart();
        next.Add(20);
        next.Journal.SetStart(1_796_000_000);
        next.Starts[3] = 1_796_000_000L;
        next.Drain();
        AssertInOrder(next, 1540);
    }

    [TestMethod]
    public void Records_of_an_older_configuration_are_drained_by_its_layout()
    {
        JournalRig rig = Rig(8);
        rig.Add(1000);
        rig.Journal.Flush();
        JournalTraffic other = new JournalTraffic(80, 12, 2) { Session = 2 };
        JournalRig next = new JournalRig(other, rig.Store);
        next.Add(500);
        next.Journal.Flush();
        Assert.AreEqual(1500, next.Journal.Count);
        JournalRecord record = new JournalRecord();
        for (int i = 0; i < 1500; i++)
        {
            Assert.IsTrue(next.Journal.Next(record));
            JournalTraffic origin = i < 1000 ? rig.Traffic : other;
            origin.Find(record.Session, record.Sequence).AssertSame(record, 0);
            Assert.AreEqual(origin.Layout[record.Channel].Keys.Length, record.Layout[record.Channel].Keys.Length);
        }

        Assert.IsFalse(next.Journal.Next(record));
        next.Journal.Commit();

        // The older layout is dropped once nothing needs it.
        JournalRig last = next.Restart();
        Assert.AreEqual(1, last.Store.Count);
    }

    [TestMethod]
    public void Records_whose_layout_is_gone_are_lost_and_counted()
    {
        JournalRig rig = Rig(9);
        rig.Add(1000);
        rig.Journal.Flush();
        for (int i = rig.Store.Count - 1; i >= 0; i--)
        {
            if (rig.Store[i].IsLayout)
            {
                rig.Store.Remove(rig.Store[i]);
            }
        }

        JournalRig next = new JournalRig(new JournalTraffic(80, 12, 2) { Session = 2 }, rig.Store);
        next.Add(100);
        next.Drain();
        AssertInOrder(next, 100);
        Assert.AreEqual(1000, next.Journal.Counters.LostUnknown);
        Assert.AreEqual(0, next.Journal.Counters.LostCorrupt);
        Assert.AreEqual(0, next.Journal.Count);
    }

    [TestMethod]
    public void A_store_that_fails_now_and_then_costs_only_what_is_counted()
    {
        for (int seed = 0; seed < 30; seed++)
        {
            JournalRig rig = Rig(100 + seed);
            rig.Traffic.Noise = 64;
            rig.Store.Random = new Random(seed);
            rig.Store.FailureOdds = 5 + (seed * 3);
            for (int round = 0; round < 60; round++)
            {
                rig.Add(20);
                if (round % 3 == 0)
                {
                    Take(rig, 20);
                    rig.Journal.Commit();
                }

                rig.Journal.Rewind();
                rig.Journal.Thin();
            }

            rig.Store.FailureOdds = 0;
            rig.Drain();
            JournalCounters counters = rig.Journal.Counters;
            int missing = rig.Missing(1);
            Assert.AreEqual(1200, counters.Journaled);
            Assert.IsTrue(missing <= counters.Thinned + counters.LostFull + counters.LostCorrupt, "seed " + seed.ToString() + ": " + missing.ToString());
            Assert.AreEqual(0, rig.Journal.Count);
            Assert.IsTrue(missing < 900);
        }
    }

    [TestMethod]
    public void A_report_that_is_too_long_is_lost_and_harms_nobody()
    {
        JournalRig rig = Rig(10);
        rig.Add(10);
        Assert.IsFalse(rig.Journal.AddRaw(0, 1, true, 11, new byte[2000], JournalRecord.MostRaw + 1));
        Assert.IsTrue(rig.Journal.AddRaw(0, 1, true, 12, new byte[2000], JournalRecord.MostRaw));
        Assert.AreEqual(1, rig.Journal.Counters.LostFull);
        rig.Traffic.Sequence = 20;
        Assert.AreEqual(11, rig.Journal.Count);
        Take(rig, 10);
    }

    private static JournalRig Rig(int seed) => new JournalRig(new JournalTraffic(seed, 8, 3, 0, 1), new MemoryStore());

    private static void Take(JournalRig rig, int count)
    {
        while (count-- > 0 && rig.Take())
        {
        }
    }

    private static void AssertInOrder(JournalRig rig, int count)
    {
        Assert.AreEqual(count, rig.Order.Count);
        for (int i = 0; i < count; i++)
        {
            Assert.AreEqual(i, (int)rig.Order[i]);
        }
    }
}

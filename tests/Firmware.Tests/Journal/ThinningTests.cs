using Appliance.Core.Journal;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Journal;

[TestClass]
public class ThinningTests
{
    [TestMethod]
    public void The_oldest_numbers_are_thinned_first_and_raw_reports_stay()
    {
        JournalRig rig = Rig(21, 30);
        AddUntilThinned(rig);

        int count = rig.Traffic.Entries.Count;
        rig.Drain();
        Assert.AreEqual(0, rig.Missing(1, int.MaxValue, true));
        Assert.AreEqual(rig.Journal.Counters.Thinned, rig.Missing(1));

        // Of the oldest every second of a channel is gone, and of the rest none.
        int last = 0;
        for (int i = 0; i < count; i++)
        {
            last = Entry(rig, i).Received == 0 ? i : last;
        }

        Assert.IsTrue(last < count / 2);
        for (int i = 0; i + 8 < last; i++)
        {
            int received = 0;
            int numbers = 0;
            for (int k = i; k < i + 8; k += 4)
            {
                received += Entry(rig, k).IsRaw ? 0 : Entry(rig, k).Received;
                numbers += Entry(rig, k).IsRaw ? 0 : 1;
            }

            Assert.IsTrue(numbers < 2 || received == 1, "one of two neighbours of a channel");
        }
    }

    [TestMethod]
    public void However_long_it_lasts_the_budget_holds_and_the_whole_time_is_covered()
    {
        JournalRig rig = Rig(22, 200, 2 * JournalRig.Budget);
        AddAndThin(rig, 20_000);
        int count = rig.Traffic.Entries.Count;
        Assert.AreEqual(0, rig.Journal.Counters.LostFull);
        Assert.AreEqual(count, rig.Journal.Counters.Thinned + rig.Journal.Count);
        Assert.IsTrue(rig.Store.MostUsed <= 2 * JournalRig.Budget, rig.Store.MostUsed.ToString());
        rig.Drain();
        Assert.AreEqual(rig.Journal.Counters.Thinned, rig.Missing(1));
        Assert.AreEqual(0, rig.Missing(1, int.MaxValue, true));

        // No hole is longer than the highest level allows.
        int longest = 0;
        int hole = 0;
        for (int i = 0; i < count; i += 4)
        {
            hole = Entry(rig, i).Received > 0 ? 0 : hole + 1;
            longest = hole > longest ? hole : longest;
        }

        Assert.IsTrue(longest > 3 && longest < 70, longest.ToString());
    }

    [TestMethod]
    public void When_nothing_can_be_thinned_the_oldest_numbers_go_before_any_raw_report()
    {
        JournalRig rig = Rig(23, 60);
        rig.Traffic.MostRaw = 20;
        for (int i = 0; i < 40 && rig.Journal.Counters.LostFull == 0; i++)
        {
            AddAndThin(rig, 1000);
        }

        Assert.IsTrue(rig.Journal.Counters.LostFull > 0);

        rig.Drain();
        Assert.AreEqual(0, rig.Missing(1, int.MaxValue, true));
        Assert.AreEqual(rig.Journal.Counters.Thinned + rig.Journal.Counters.LostFull, rig.Missing(1));
        Assert.IsTrue(rig.Store.MostUsed <= JournalRig.Budget);
    }

    [TestMethod]
    public void A_flood_of_raw_reports_drives_out_numbers_and_then_its_own_oldest()
    {
        JournalRig rig = Rig(24, 40);
        AddAndThin(rig, 300);
        rig.Traffic.RawOdds = 1;
        rig.Traffic.MostRaw = 1500;
        AddAndThin(rig, 400);
        rig.Journal.Flush();
        Assert.IsTrue(rig.Store.MostUsed <= JournalRig.Budget);
        rig.Drain();
        Assert.AreEqual(rig.Journal.Counters.Thinned + rig.Journal.Counters.LostFull, rig.Missing(1));
        int count = rig.Traffic.Entries.Count;
        for (int i = count - 40; i < count; i++)
        {
            Assert.AreEqual(1, Entry(rig, i).Received);
        }
    }

    [TestMethod]
    public void It_never_stops_accepting_even_if_nobody_thins()
    {
        JournalRig rig = Rig(25, 30, 2 * JournalRig.Budget);
        for (int i = 0; i < 8000; i++)
        {
            Assert.IsTrue(rig.Traffic.Next().AddTo(rig.Journal));
        }

        Assert.IsTrue(rig.Store.MostUsed <= 2 * JournalRig.Budget);
        Assert.AreEqual(0, rig.Journal.Counters.LostFull);
        rig.Drain();
        Assert.AreEqual(rig.Journal.Counters.Thinned, rig.Missing(1));
    }

    [TestMethod]
    public void Draining_breaks_it_off_and_loses_nothing()
    {
        JournalRig rig = Rig(26, 30);
        for (int i = 0; i < 200 && !rig.Journal.IsThinDue; i++)
        {
            rig.Add(10);
        }

        for (int i = 0; i < 20; i++)
        {
            Assert.IsTrue(rig.Journal.Thin());
            Assert.IsTrue(rig.Journal.Thin());
            Assert.IsTrue(rig.Take());
            Assert.IsFalse(rig.Journal.Thin());
            rig.Journal.Rewind();
        }

        rig.Drain();
        Assert.AreEqual(0, rig.Missing(1));
        Assert.AreEqual(0, rig.Journal.Counters.Thinned);
        Assert.AreEqual(0, rig.Journal.Count);
    }

    [TestMethod]
    public void Damage_that_it_comes_across_is_counted_over_a_restart()
    {
        JournalRig rig = Rig(29, 30);
        for (int i = 0; i < 200 && !rig.Journal.IsThinDue; i++)
        {
            rig.Add(10);
        }

        for (int i = 0; i < rig.Store.Count; i++)
        {
            MemoryFile file = rig.Store[i];
            file.Bytes[file.Bytes.Length - 1] ^= file.IsLayout ? (byte)0 : (byte)1;
        }

        for (int i = 0; i < 2000 && rig.Journal.Counters.LostCorrupt == 0; i++)
        {
            Assert.IsTrue(rig.Journal.Thin());
        }

        int lost = rig.Journal.Counters.LostCorrupt;
        Assert.IsTrue(lost > 0);
        Assert.AreEqual(lost, rig.Restart().Journal.Counters.LostCorrupt);
    }

    [TestMethod]
    public void What_is_drained_already_does_not_come_back_through_thinning()
    {
        JournalRig rig = Rig(27, 30);
        rig.Add(100);
        for (int i = 0; i < 50; i++)
        {
            rig.Take();
        }

        rig.Journal.Commit();
        rig.Journal.Rewind();
        AddUntilThinned(rig);

        int count = rig.Journal.Count;
        rig.Drain();
        Assert.AreEqual(count, rig.Order.Count - 50);
        for (int i = 0; i < 50; i++)
        {
            Assert.AreEqual(1, Entry(rig, i).Received);
        }

        Assert.AreEqual(rig.Journal.Counters.Thinned, rig.Missing(1));
    }

    [TestMethod]
    public void Uptime_becomes_time_of_day_on_the_way()
    {
        JournalRig rig = Rig(28, 30);
        rig.Traffic.IsClockSet = false;
        rig.Traffic.Clock = 10;
        rig.Add(200);
        rig.Journal.SetStart(1_795_000_000);
        rig.Starts[1] = 1_795_000_000L;
        AddUntilThinned(rig);

        JournalRig next = rig.Restart();
        next.Drain();
        Assert.IsTrue(next.Order.Count > 200);
    }

    private static JournalRig Rig(int seed, int rawOdds, int budget = JournalRig.Budget) =>
        new JournalRig(new JournalTraffic(seed, 8, 8, 8, 8) { Noise = 64, RawOdds = rawOdds }, new MemoryStore(), budget);

    private static JournalEntry Entry(JournalRig rig, int index) => (JournalEntry)rig.Traffic.Entries[index];

    private static void AddAndThin(JournalRig rig, int count)
    {
        for (int i = 0; i < count; i++)
        {
            rig.Add(1);
            rig.Journal.Thin();
        }
    }

    private static void AddUntilThinned(JournalRig rig)
    {
        for (int i = 0; i < 200 && rig.Journal.Counters.Thinned == 0; i++)
        {
            AddAndThin(rig, 20);
        }

        Assert.IsTrue(rig.Journal.Counters.Thinned > 0);
    }
}

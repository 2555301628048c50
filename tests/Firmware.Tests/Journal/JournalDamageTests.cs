using System;
using Appliance.Core.Journal;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Journal;

[TestClass]
public class JournalDamageTests
{
    [TestMethod]
    public void A_flipped_bit_costs_the_rest_of_its_segment_at_most_and_is_accounted_for()
    {
        Random random = new Random(61);
        JournalRig origin = Filled();
        int exact = 0;
        int total = 0;
        for (int round = 0; round < 400; round++)
        {
            MemoryStore store = origin.Store.Clone();
            MemoryFile file = store[random.Next(store.Count)];
            if (file.IsLayout)
            {
                continue;
            }

            int at = random.Next(file.Bytes.Length);
            file.Bytes[at] ^= (byte)(1 << random.Next(8));
            JournalRig rig = Drained(origin, store);
            int missing = Missing(origin);
            Assert.IsTrue(missing > 0 && missing < 1200, "round " + round.ToString());
            total++;
            exact += missing == rig.Journal.Counters.LostCorrupt ? 1 : 0;
            AssertOneHole(origin, missing);
        }

        // The rest are flips in the lengths and counts of blocks before the end of a session.
        Assert.IsTrue(exact > total * 97 / 100, exact.ToString() + " of " + total.ToString());
    }

    [TestMethod]
    public void A_segment_cut_anywhere_keeps_its_front()
    {
        Random random = new Random(62);
        JournalRig origin = Filled();
        for (int round = 0; round < 300; round++)
        {
            MemoryStore store = origin.Store.Clone();
            MemoryFile file = store[random.Next(store.Count)];
            if (file.IsLayout)
            {
                continue;
            }

            file.Cut(random.Next(file.Bytes.Length));
            JournalRig rig = Drained(origin, store);
            int missing = Missing(origin);
            AssertOneHole(origin, missing);
            int last = Last(origin);
            int session = last + 1 < origin.Traffic.Entries.Count ? Entry(origin, last + 1).Session : 0;
            bool isWithin = last >= missing && Entry(origin, last - missing).Session == session && Entry(origin, last).Session == session;
            if (isWithin && file.Bytes.Length >= 12)
            {
                Assert.AreEqual(missing, rig.Journal.Counters.LostCorrupt, "round " + round.ToString());
            }
        }
    }

    [TestMethod]
    public void A_lost_file_is_a_hole_and_nothing_else()
    {
        JournalRig origin = Filled();
        for (int i = 0; i < origin.Store.Count; i++)
        {
            if (!origin.Store[i].IsLayout)
            {
                MemoryStore store = origin.Store.Clone();
                store.Remove(store[i]);
                Drained(origin, store);
                AssertOneHole(origin, Missing(origin));
            }
        }
    }

    [TestMethod]
    public void Any_files_do_no_harm()
    {
        Random random = new Random(63);
        JournalRig origin = Filled();
        for (int round = 0; round < 150; round++)
        {
            MemoryStore store = origin.Store.Clone();
            for (int i = store.Count - 1; i >= 0; i--)
            {
                MemoryFile file = store[i];
                byte[] mutant = Mutant.Of(file.Bytes, random);
                int number = random.Next(3) == 0 ? random.Next(200) : file.Number;
                store.Remove(file);
                if (store.File(number) == null)
                {
                    store.Put(number, mutant, mutant.Length);
                }
            }

            JournalRig rig = round % 2 == 0 ? Drained(origin, store) : new JournalRig(origin.Traffic, store);
            origin.Traffic.Sequence = 0;
            origin.Traffic.Noise = 64;
            for (int i = 0; i < 700; i++)
            {
                rig.Add(1);
                rig.Journal.Rewind();
                rig.Journal.Thin();
            }

            rig.Drain();
            Assert.AreEqual(0, rig.Journal.Count);
            origin.Traffic.Session++;
        }
    }

    private static JournalRig Filled()
    {
        JournalRig rig = new JournalRig(new JournalTraffic(60, 8, 8, 2, 8) { Noise = 12, RawOdds = 20 }, new MemoryStore());
        rig.Add(900);
        rig.Journal.Flush();
        rig = rig.Restart();
        rig.Add(1200);
        rig.Journal.Flush();
        rig = rig.Restart();
        rig.Add(150);
        rig.Journal.Flush();
        return rig;
    }

    /// <summary>Drains what is in a store in a session of its own, which adds some as well.</summary>
    private static JournalRig Drained(JournalRig origin, MemoryStore store)
    {
        for (int i = 0; i < origin.Traffic.Entries.Count; i++)
        {
            Entry(origin, i).Received = 0;
        }

        origin.Traffic.Session = 100;
        JournalRig rig = new JournalRig(origin.Traffic, store);
        rig.Drain();
        Assert.AreEqual(0, rig.Journal.Count);
        Assert.IsFalse(rig.Take());
        return rig;
    }

    private static int Missing(JournalRig rig)
    {
        int missing = 0;
        for (int i = 0; i < rig.Traffic.Entries.Count; i++)
        {
            missing += Entry(rig, i).Received == 0 ? 1 : 0;
        }

        return missing;
    }

    /// <summary>Last missing one.</summary>
    private static int Last(JournalRig rig)
    {
        int last = rig.Traffic.Entries.Count - 1;
        while (last > 0 && Entry(rig, last).Received > 0)
        {
            last--;
        }

        return last;
    }

    private static void AssertOneHole(JournalRig rig, int missing)
    {
        int first = 0;
        while (first < rig.Traffic.Entries.Count && Entry(rig, first).Received > 0)
        {
            first++;
        }

        for (int i = first; i < first + missing; i++)
        {
            Assert.AreEqual(0, Entry(rig, i).Received);
        }
    }

    private static JournalEntry Entry(JournalRig rig, int index) => (JournalEntry)rig.Traffic.Entries[index];
}

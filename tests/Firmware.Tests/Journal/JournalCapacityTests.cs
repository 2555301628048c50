using System;
using Appliance.Core.Journal;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Journal;

/// <summary>What forty sensors of a rack take, in five groups of eight, each minute, written each ten minutes.</summary>
[TestClass]
public class JournalCapacityTests
{
    private const int Groups = 5;
    private const int Fields = 8;
    private const int Budget = 192 * 1024;

    [TestMethod]
    public void Ten_thousand_points_of_forty_sensors_fit()
    {
        JournalTraffic traffic = new JournalTraffic(1, Fields, Fields, Fields, Fields, Fields);
        MemoryStore store = new MemoryStore();
        ReportJournal journal = new ReportJournal(store, traffic.Layout, 1, Budget);
        journal.Recover();
        Random random = new Random(71);
        RackSignals signals = new RackSignals(random);
        long[] values = new long[Fields];
        bool[] presence = new bool[Fields];
        for (int i = 0; i < Fields; i++)
        {
            presence[i] = true;
        }

        int minutes = 0;
        int sequence = 0;
        int firstThin = 0;
        while (minutes < 10_000)
        {
            signals.Advance(minutes);
            for (int group = 0; group < Groups; group++)
            {
                signals.Read(group, values);
                journal.Add(group, 1_795_000_000 + (60L * minutes), true, ++sequence, values, presence);
            }

            if (++minutes % 10 == 0)
            {
                journal.Flush();
            }

            firstThin = firstThin == 0 && journal.IsThinDue ? minutes : firstThin;
        }

        int bytes = 0;
        for (int i = 0; i < store.Count; i++)
        {
            bytes += store[i].Bytes.Length;
        }

        int millibits = (int)(bytes * 8000L / (minutes * Groups * Fields));
        OutputHelper.WriteLine("a point takes " + millibits.ToString() + " thousandths of a bit");
        Assert.IsTrue(millibits < 3300, millibits.ToString());
        Assert.AreEqual(0, firstThin);
    }
}

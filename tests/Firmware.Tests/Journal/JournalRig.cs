using System.Collections;
using Appliance.Core.Journal;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Journal;

/// <summary>A journal, the flash below it, and the reports that went in and came out.</summary>
internal sealed class JournalRig
{
    public const int Budget = 64 * 1024;

    private readonly JournalRecord _record = new JournalRecord();

    public JournalRig(JournalTraffic traffic, MemoryStore store, int budget = Budget)
    {
        Traffic = traffic;
        Store = store;
        Journal = new ReportJournal(store, traffic.Layout, traffic.Session, budget);
        Journal.Recover();
    }

    public JournalTraffic Traffic { get; }

    public MemoryStore Store { get; }

    public ReportJournal Journal { get; }

    /// <summary>Reports that were handed to the journal before the call that is under way.</summary>
    public int Added { get; private set; }

    /// <summary>Those of them that are in closed files.</summary>
    public int Durable { get; set; }

    public ArrayList Snapshots { get; } = new ArrayList();

    /// <summary>Unix time of the start of sessions, by session, where it is known.</summary>
    public Hashtable Starts { get; } = new Hashtable();

    /// <summary>Places of the records in the order of all that were made, as they came out.</summary>
    public ArrayList Order { get; } = new ArrayList();

    /// <summary>The reports of the journal's session go on, one after the other.</summary>
    public void Add(int count)
    {
        for (int i = 0; i < count; i++)
        {
            JournalEntry entry = Traffic.Next();
            entry.AddTo(Journal);
            Added++;
        }
    }

    /// <returns>True if a record came, which was as it went in.</returns>
    public bool Take()
    {
        if (!Journal.Next(_record))
        {
            return false;
        }

        JournalEntry entry = Traffic.Find(_record.Session, _record.Sequence);
        Assert.IsNotNull(entry, "record " + _record.Session.ToString() + "/" + _record.Sequence.ToString());
        entry.AssertSame(_record, Starts.Contains(entry.Session) ? (long)Starts[entry.Session] : 0);
        entry.Received++;
        Order.Add(entry.Index);
        return true;
    }

    /// <summary>Takes all there is, a number at a time.</summary>
    public void Drain(int atOnce = 40)
    {
        bool isMore = true;
        while (isMore)
        {
            for (int i = 0; i < atOnce && isMore; i++)
            {
                isMore = Take();
            }

            Journal.Commit();
        }
    }

    /// <returns>Reports that did not come out, of all that were made up to a place.</returns>
    public int Missing(int session, int before, bool isRaw)
    {
        int missing = 0;
        for (int i = 0; i < Traffic.Entries.Count; i++)
        {
            JournalEntry entry = (JournalEntry)Traffic.Entries[i];
            missing += entry.Session == session && entry.Sequence <= before && entry.IsRaw == isRaw && entry.Received == 0 ? 1 : 0;
        }

        return missing;
    }

    /// <summary>Missing reports of both kinds.</summary>
    public int Missing(int session) => Missing(session, int.MaxValue, false) + Missing(session, int.MaxValue, true);

    /// <summary>Keeps what the power might leave now.</summary>
    public void Keep(MemoryStore store) => Snapshots.Add(new JournalSnapshot
    {
        Store = store,
        Durable = Durable,
        Received = Order.Count,
    });

    /// <summary>The device starts again, with what is on flash.</summary>
    public JournalRig Restart(int budget = Budget)
    {
        Traffic.Session++;
        Traffic.Sequence = 0;
        JournalRig rig = new JournalRig(Traffic, Store, budget);
        foreach (object session in Starts.Keys)
        {
            rig.Starts[session] = Starts[session];
        }

        return rig;
    }
}

using System;
using Appliance.Core.Journal;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Journal;

/// <summary>A report as it was handed to the journal.</summary>
internal sealed class JournalEntry
{
    /// <summary>Place among all that were made.</summary>
    public int Index;

    public int Channel;
    public int Session;
    public int Sequence;
    public long Time;
    public bool IsUnix;
    public bool IsRaw;
    public long[] Values;
    public bool[] Presence;
    public byte[] Raw;

    /// <summary>How often it came back.</summary>
    public int Received;

    public bool AddTo(ReportJournal journal) => IsRaw
        ? journal.AddRaw(Channel, Time, IsUnix, Sequence, Raw, Raw.Length)
        : journal.Add(Channel, Time, IsUnix, Sequence, Values, Presence);

    /// <summary>The record, for a codec of its own.</summary>
    public JournalRecord ToRecord(ReportLayout layout)
    {
        JournalRecord record = new JournalRecord
        {
            Layout = layout,
            Channel = Channel,
            Sequence = Sequence,
            Time = Time,
            IsUnix = IsUnix,
            IsRaw = IsRaw,
            Values = Values,
            Presence = Presence,
            Raw = Raw,
        };
        record.RawLength = IsRaw ? Raw.Length : 0;
        return record;
    }

    /// <param name="start">Unix time at which the session began, if it became known.</param>
    public void AssertSame(JournalRecord record, long start)
    {
        Assert.AreEqual(Sequence, record.Sequence);
        Assert.AreEqual(Channel, record.Channel);
        Assert.AreEqual(IsRaw, record.IsRaw);
        Assert.AreEqual(IsUnix || start != 0, record.IsUnix);
        Assert.AreEqual(IsUnix ? Time : Time + start, record.Time);
        if (IsRaw)
        {
            Assert.AreEqual(Raw.Length, record.RawLength);
            for (int i = 0; i < Raw.Length; i++)
            {
                Assert.AreEqual(Raw[i], record.Raw[i]);
            }

            return;
        }

        int count = record.Layout[Channel].Keys.Length;
        for (int i = 0; i < count; i++)
        {
            Assert.AreEqual(Presence[i], record.Presence[i]);
            if (Presence[i])
            {
                Assert.AreEqual(Values[i], record.Values[i]);
            }
        }
    }
}

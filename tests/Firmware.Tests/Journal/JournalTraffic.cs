using System;
using System.Collections;
using Appliance.Core.Journal;

namespace Appliance.Tests.Journal;

/// <summary>Reports of all kinds, and the memory of all that were made.</summary>
internal sealed class JournalTraffic
{
    private static readonly long[] Extremes = { long.MinValue, long.MaxValue, 0, -1, int.MinValue, 1L << 40 };

    private readonly Hashtable _entries = new Hashtable();
    private readonly Random _random;
    private readonly long[] _values;

    /// <param name="fields">Of each channel; none is a channel of raw reports.</param>
    public JournalTraffic(int seed, params int[] fields)
    {
        _random = new Random(seed);
        Layout = new ReportLayout();
        for (int i = 0; i < fields.Length; i++)
        {
            string[] keys = new string[fields[i]];
            for (int k = 0; k < keys.Length; k++)
            {
                keys[k] = "key" + k.ToString();
            }

            Layout.Add("channel" + i.ToString(), i % 2 == 0 ? null : "item", keys, new byte[fields[i]]);
        }

        _values = new long[Layout.Fields];
    }

    public ReportLayout Layout { get; }

    /// <summary>All that were made, in order.</summary>
    public ArrayList Entries { get; } = new ArrayList();

    public int Session { get; set; } = 1;

    public int Sequence { get; set; }

    public long Clock { get; set; } = 1_795_000_000;

    public bool IsClockSet { get; set; } = true;

    /// <summary>Bits of the steps that values make; 64 for any number.</summary>
    public int Noise { get; set; } = 4;

    /// <summary>One report in so many is a raw one.</summary>
    public int RawOdds { get; set; } = 20;

    public int MostRaw { get; set; } = 200;

    /// <summary>The channels come one after the other, each minute; if not, anything comes at any time.</summary>
    public bool IsSteady { get; set; } = true;

    /// <returns>The next report.</returns>
    public JournalEntry Next()
    {
        bool isRaw = _random.Next(RawOdds) == 0;
        JournalEntry entry = new JournalEntry
        {
            Index = Entries.Count,
            Session = Session,
            Sequence = ++Sequence,
            IsRaw = isRaw,
            IsUnix = IsClockSet,
            Channel = IsSteady ? Sequence % Layout.Count : _random.Next(Layout.Count),
        };
        Clock += IsSteady ? (entry.Channel == 0 ? 60 : 0) : _random.Next(1000) - 300;
        entry.Time = Clock;
        if (!IsSteady && _random.Next(200) == 0)
        {
            entry.Time = Extremes[_random.Next(Extremes.Length)];
        }

        if (isRaw)
        {
            entry.Raw = new byte[_random.Next(MostRaw + 1)];
            _random.NextBytes(entry.Raw);
        }
        else
        {
            Fill(entry);
        }

        Entries.Add(entry);
        _entries[Key(entry.Session, entry.Sequence)] = entry;
        return entry;
    }

    public JournalEntry Find(int session, int sequence) => (JournalEntry)_entries[Key(session, sequence)];

    private static long Key(int session, int sequence) => ((long)session << 32) | (uint)sequence;

    private void Fill(JournalEntry entry)
    {
        int first = 0;
        for (int i = 0; i < entry.Channel; i++)
        {
            first += Layout[i].Keys.Length;
        }

        int count = Layout[entry.Channel].Keys.Length;
        entry.Values = new long[count];
        entry.Presence = new bool[count];
        for (int i = 0; i < count; i++)
        {
            long any = ((long)_random.Next(int.MaxValue) << 33) ^ ((long)_random.Next(int.MaxValue) << 5);
            _values[first + i] = Noise == 64 ? any : _values[first + i] + _random.Next(1 << Noise) - (1 << Noise >> 1);
            if (_random.Next(500) == 0)
            {
                _values[first + i] = Extremes[_random.Next(Extremes.Length)];
            }

            entry.Values[i] = _values[first + i];
            entry.Presence[i] = _random.Next(50) != 0;
        }
    }
}

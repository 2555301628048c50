namespace Appliance.Core.Journal;

/// <summary>
/// Keeps reports on flash while the broker is away, and gives them back in order afterwards. What is added waits in memory until
/// its block is full or <see cref="Flush"/> is called; a power cut costs that, and nothing else. One thread at a time.
/// </summary>
public sealed class ReportJournal
{
    /// <summary>Longest segment in bytes: two pieces of littlefs, less its pointers.</summary>
    private const int SegmentLimit = 8184;

    /// <summary>Flash that is kept free to rewrite two segments as one.</summary>
    private const int Reserve = 3 * 4096;

    /// <summary>With so many files that cannot be deleted there is no use in making more.</summary>
    private const int MostDying = 8;

    /// <summary>Bytes that the beginning of a run takes, at most.</summary>
    private const int RunRoom = 32;

    private readonly SegmentTable _table;
    private readonly SegmentCursor _cursor;
    private readonly SegmentWriter _writer = new SegmentWriter(SegmentLimit);
    private readonly JournalRecord _record = new JournalRecord();
    private readonly ReportLayout _layout;
    private readonly int _session;
    private readonly int _budget;
    private Thinning _thinning;
    private JournalSegment _marked;
    private int _mark;
    private int _delivered;
    private int _end;
    private bool _isRecovered;

    /// <param name="layout">That of the reports of this session; it has at least one channel.</param>
    /// <param name="budget">Bytes of flash it may take, at least 64 KiB; files count in pieces of 4 KiB.</param>
    public ReportJournal(IJournalStore store, ReportLayout layout, int session, int budget)
    {
        // This also finds the layout's name.
        layout.ToBytes();
        _layout = layout;
        _session = session;
        _budget = budget;
        _table = new SegmentTable(store);
        _cursor = new SegmentCursor(_table, layout, session);
    }

    public JournalCounters Counters { get; } = new JournalCounters();

    /// <summary>Records that wait, as far as it is known.</summary>
    public int Count
    {
        get
        {
            int count = _writer.Records;
            for (int i = 0; i < _table.Count; i++)
            {
                count += _table[i].Count - (_table[i] == _marked ? _mark : 0);
            }

            return count;
        }
    }

    /// <summary>Flash that it takes.</summary>
    public int Used => _table.Used + (_thinning == null ? 0 : _thinning.Used);

    /// <summary>
    /// Room will be needed soon: <see cref="Thin"/> should be called from time to time. If nobody does, the record that finds no
    /// room waits until all of it is done.
    /// </summary>
    public bool IsThinDue => IsThinning || _table.Used + 4096 + Reserve > _budget;

    /// <summary>Takes up what earlier sessions have left. Reads all of it once.</summary>
    /// <returns>False if the store cannot be listed; it is tried again with the next record.</returns>
    public bool Recover()
    {
        if (!_isRecovered)
        {
            int lost = _table.Recover(_cursor.Reader, _layout.Crc);
            _isRecovered = lost >= 0;
            if (_isRecovered)
            {
                Counters.Restore(_table);
                Counters.LostCorrupt += lost;
                Counters.Keep(_table.Store);
                _table.Sweep();
                JournalSegment last = _table.Last;
                if (last != null && last.Level == 0 && !last.IsTorn)
                {
                    _writer.Open(last);
                }
            }
        }

        return _isRecovered;
    }

    /// <summary>
    /// The clock was set for the first time in this session: what came before gets its time of day when it is drained.
    /// </summary>
    /// <param name="start">Unix time, in seconds, at which the uptime was 0.</param>
    public void SetStart(long start)
    {
        _cursor.CurrentStart = (uint)start;
        if (_writer.Segment != null && _writer.HasRun)
        {
            Flush();
            if (_writer.Segment != null && _writer.HasRoom(RunRoom))
            {
                BeginRun(_writer.NextSequence);
                Append(0);
            }
        }
    }

    /// <summary>Keeps a report of numbers.</summary>
    /// <param name="time">Seconds since 1970, or since the start.</param>
    /// <param name="values">One for each key of the channel, at least.</param>
    /// <param name="presence">Which of them are there.</param>
    /// <returns>False if it is lost; it is counted.</returns>
    public bool Add(int channel, long time, bool isUnix, int sequence, long[] values, bool[] presence)
    {
        _record.IsRaw = false;
        _record.Values = values;
        _record.Presence = presence;
        return Add(channel, time, isUnix, sequence);
    }

    /// <summary>Keeps a report of up to <see cref="JournalRecord.MostRaw"/> bytes as it is.</summary>
    /// <returns>False if it is lost; it is counted.</returns>
    public bool AddRaw(int channel, long time, bool isUnix, int sequence, byte[] bytes, int count)
    {
        _record.IsRaw = true;
        _record.Raw = bytes;
        _record.RawLength = count;
        return Add(channel, time, isUnix, sequence);
    }

    /// <summary>Writes what waits in memory. What cannot be written is lost, and counted.</summary>
    public void Flush()
    {
        int records = _writer.Records;
        if (records > 0)
        {
            Append(records);
        }

        Counters.Keep(_table.Store);
    }

    /// <summary>Gives the oldest record that was not given yet.</summary>
    /// <returns>False if there is none, or the store fails.</returns>
    public bool Next(JournalRecord record)
    {
        record.Allocate();
        if (IsThinning)
        {
            _thinning.Abandon();
            Reset();
        }

        // Its memory is needed for what drains.
        _thinning = null;

        _end = -1;
        for (;;)
        {
            JournalSegment segment = _cursor.Segment;
            if (segment != null)
            {
                if (_cursor.Next(record))
                {
                    if (segment == _marked && _cursor.Seen <= _mark)
                    {
                        continue;
                    }

                    _delivered++;
                    return true;
                }

                if (_cursor.MayRetry)
                {
                    return false;
                }
            }

            JournalSegment next = _table.After(segment);
            if (next != null)
            {
                _cursor.Settle();
                _cursor.Open(next);
            }
            else if (_writer.Records > 0)
            {
                Flush();
            }
            else
            {
                _end = segment == null ? -1 : segment.Size;
                return false;
            }
        }
    }

    /// <summary>All that was given since <see cref="Rewind"/> has arrived: it is done with.</summary>
    public void Commit()
    {
        JournalSegment segment = _cursor.Segment;
        if (segment == null || IsThinning)
        {
            return;
        }

        while (_table[0] != segment)
        {
            _table.Kill(_table[0]);
        }

        _marked = segment;
        _mark = _cursor.Seen;
        bool isAll = segment == _table.Last && segment.Size == _end && _writer.Records == 0;
        if (isAll)
        {
            _cursor.Settle();
            _table.Kill(segment);
            _writer.Leave();
        }

        Counters.Drained += _delivered;
        Counters.LostCorrupt += _cursor.Corrupt;
        Counters.LostUnknown += _cursor.Unknown;
        _delivered = 0;
        _cursor.Forget();
        if (isAll)
        {
            _cursor.Open(null);
        }

        Counters.Keep(_table.Store);
        _table.Sweep();
    }

    /// <summary>What was given and not committed is given again. For when the broker is gone.</summary>
    public void Rewind()
    {
        if (!IsThinning)
        {
            Reset();
        }
    }

    /// <summary>Makes room, if <see cref="IsThinDue"/>, by a little at a time.</summary>
    /// <returns>
    /// False if nothing is to be done or can be done, or records are being given out: then <see cref="Rewind"/> first.
    /// </returns>
    public bool Thin() => (IsThinning || _cursor.Segment == null) && IsThinDue && MakeRoom();

    private bool IsThinning => _thinning != null && _thinning.IsRunning;

    private bool MakeRoom()
    {
        if (_thinning == null)
        {
            _thinning = new Thinning(_table, _cursor, Counters, _budget);
        }

        if (!IsThinning)
        {
            Reset();
            return _thinning.Begin(_writer.Segment, _table.Count > 0 && _table[0] == _marked ? _mark : 0);
        }

        bool isGood = _thinning.Step();
        if (!IsThinning)
        {
            Reset();
        }

        return isGood;
    }

    private void Reset()
    {
        _delivered = 0;
        _cursor.Forget();
        _cursor.Open(null);
    }

    private bool Add(int channel, long time, bool isUnix, int sequence)
    {
        _record.Layout = _layout;
        _record.Channel = channel;
        _record.Time = time;
        _record.IsUnix = isUnix;
        _record.Sequence = sequence;
        Counters.Journaled++;
        if ((_record.IsRaw && _record.RawLength > JournalRecord.MostRaw) || !Open(_record.MostBytes))
        {
            Counters.LostFull++;
            return false;
        }

        if (!_writer.HasRun)
        {
            BeginRun(sequence);
        }

        _writer.Write(_record);
        return true;
    }

    /// <summary>Sees to it that there is a block with room.</summary>
    private bool Open(int most)
    {
        if (!Recover())
        {
            return false;
        }

        if (_writer.Segment != null && !_writer.HasRoom(most))
        {
            Flush();
            if (_writer.Segment != null && !_writer.HasRoom(most))
            {
                _writer.Leave();
            }
        }

        if (_writer.Segment == null)
        {
            _table.Sweep();
            if (_table.Dying > MostDying)
            {
                return false;
            }

            _writer.Open(_table.Append());
        }

        return true;
    }

    private void BeginRun(int sequence)
    {
        _table.Keep(_layout);
        _writer.BeginRun(_session, _cursor.CurrentStart, _layout, sequence);
    }

    private void Append(int records)
    {
        JournalSegment segment = _writer.Segment;
        int length = _writer.Close();
        int more = segment.SizeWith(length) - segment.SizeWith(0);
        while (_table.Used + more + Reserve > _budget && MakeRoom())
        {
        }

        if (Used + more <= _budget && _table.Store.Append(segment.File, _writer.Buffer, length))
        {
            _writer.Appended(length, records);
            return;
        }

        // Some of it may be there, so nothing can follow it.
        _writer.Leave();
        Counters.LostFull += records;
        if (segment.Count == 0)
        {
            _table.Kill(segment);
            if (_cursor.Segment == segment)
            {
                Reset();
            }
        }
    }
}

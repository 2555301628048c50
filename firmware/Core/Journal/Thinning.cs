namespace Appliance.Core.Journal;

/// <summary>
/// Makes room, in small steps: writes two neighbours as one, with all raw records and every second of each channel of numbers;
/// if one is thinned more than the other, with as many of the other. They are deleted when it is complete, so a power cut leaves
/// the old or the new.
/// </summary>
internal sealed class Thinning
{
    /// <summary>Longest rewritten segment in bytes: four pieces of littlefs, less its pointers.</summary>
    private const int Limit = 16_360;

    /// <summary>Of the oldest numbers one record in 64 is kept, then none.</summary>
    private const int MostLevel = 6;

    private const int RecordsAStep = 32;

    private readonly SegmentTable _table;
    private readonly SegmentCursor _cursor;
    private readonly JournalCounters _counters;
    private readonly int _budget;
    private readonly JournalRecord _record = new JournalRecord();
    private readonly SegmentWriter _writer = new SegmentWriter(Limit);
    private readonly byte[] _seen = new byte[ReportLayout.MostChannels];
    private JournalSegment _first;
    private JournalSegment _second;
    private int _done;
    private int _run;
    private int _dropped;
    private bool _hasFailed;

    internal Thinning(SegmentTable table, SegmentCursor cursor, JournalCounters counters, int budget)
    {
        _table = table;
        _cursor = cursor;
        _counters = counters;
        _budget = budget;
        _record.Allocate();
    }

    internal bool IsRunning => _first != null;

    /// <summary>Flash that what is being written takes.</summary>
    internal int Used => IsRunning ? _writer.Segment.SizeWith(0) : 0;

    /// <summary>Chooses what is to be written anew, or deletes the oldest if nothing else is left.</summary>
    /// <param name="open">The segment that still grows: it is left alone.</param>
    /// <param name="done">Records of the oldest segment that are drained.</param>
    /// <returns>False if there is nothing to choose.</returns>
    internal bool Begin(JournalSegment open, int done)
    {
        int closed = _table.Count;
        if (closed > 0 && _table.Last == open)
        {
            closed--;
        }

        _done = done;
        int pair = -1;
        int best = int.MaxValue;
        int room = _budget - _table.Used < Limit ? _budget - _table.Used : Limit;
        for (int i = 0; i + 1 < closed; i++)
        {
            // The least thinned first, the oldest of them; those that are not thinned alike only if there are no others.
            int older = _table[i].Level;
            int newer = _table[i + 1].Level;
            int level = older == newer ? older + 1 : older > newer ? older : newer;
            while (level <= MostLevel
                && (_table[i].Size >> (level - older)) + (_table[i + 1].Size >> (level - newer)) > room * 7 / 8)
            {
                level++;
            }

            int rank = older == newer ? level : level + MostLevel;
            if (level <= MostLevel && rank < best)
            {
                pair = i;
                best = rank;
            }
        }

        if (pair >= 0)
        {
            return Start(_table[pair], _table[pair + 1], best > MostLevel ? best - MostLevel : best);
        }

        for (int i = 0; i < closed; i++)
        {
            if (_table[i].Level != JournalSegment.RawOnly)
            {
                bool joins = i > 0 && _table[i - 1].Size < Limit / 2;
                return Start(_table[joins ? i - 1 : i], joins ? _table[i] : null, JournalSegment.RawOnly);
            }
        }

        return closed > 0 && Drop(_table[0]);
    }

    /// <summary>Goes on with a number of records.</summary>
    /// <returns>False if the store does not do its part: all is as it was before.</returns>
    internal bool Step()
    {
        for (int i = 0; i < RecordsAStep; i++)
        {
            if (_cursor.Next(_record))
            {
                if (!Take())
                {
                    return Escalate();
                }

                continue;
            }

            if (_cursor.MayRetry)
            {
                Abandon();
                return false;
            }

            _cursor.Settle();
            if (_second == null || _cursor.Segment == _second)
            {
                return Finish();
            }

            _cursor.Open(_second);
        }

        return true;
    }

    /// <summary>Lets it be; it can be begun again.</summary>
    internal void Abandon()
    {
        _table.Kill(_writer.Segment);
        _table.Sweep();
        _first = null;
    }

    private bool Start(JournalSegment first, JournalSegment second, int level)
    {
        JournalSegment last = second ?? first;
        int file = (last.Order << JournalSegment.LevelBits) | level;
        _table.Sweep();
        if (_table.IsDying(file))
        {
            return false;
        }

        _first = first;
        _second = second;
        _dropped = 0;
        _hasFailed = false;
        _run = -1;
        for (int i = 0; i < _seen.Length; i++)
        {
            _seen[i] = 0;
        }

        _writer.Open(new JournalSegment(file, first.From));
        _cursor.Forget();
        _cursor.Open(first);
        return true;
    }

    /// <returns>False if the record was to be kept, and could not be.</returns>
    private bool Take()
    {
        if (_cursor.Segment == _table[0] && _cursor.Seen <= _done)
        {
            return true;
        }

        int channel = _record.Channel;
        if (!_record.IsRaw)
        {
            int level = _writer.Segment.Level;
            int every = 1 << (level - _cursor.Segment.Level);
            if (level == JournalSegment.RawOnly || (_seen[channel]++ & (every - 1)) != 0)
            {
                _dropped++;
                return true;
            }
        }

        if (_run != _cursor.Runs)
        {
            // The same session may have begun several runs; one of them is enough.
            _run = _cursor.Runs;
            if (!_writer.IsRunOf(_cursor.Session, _cursor.SessionStart, _cursor.Layout))
            {
                if (!Append(false))
                {
                    return false;
                }

                _writer.BeginRun(_cursor.Session, _cursor.SessionStart, _cursor.Layout, _record.Sequence);
            }
        }

        if (!_writer.HasRoom(_record.MostBytes) && (!Append(false) || !_writer.HasRoom(_record.MostBytes)))
        {
            return false;
        }

        _writer.Write(_record);
        return true;
    }

    private bool Append(bool isLast)
    {
        int records = _writer.Records;
        if (records == 0 && (!isLast || _writer.Segment.Size == 0))
        {
            return true;
        }

        int length = _writer.Close(isLast);
        if (_table.Used + _writer.Segment.SizeWith(length) > _budget)
        {
            return false;
        }

        _hasFailed = !_table.Store.Append(_writer.Segment.File, _writer.Buffer, length);
        _writer.Appended(length, records);
        return !_hasFailed;
    }

    /// <summary>
    /// What is left out is counted on flash before the file that leaves it out counts as complete: a power cut in between leaves
    /// neither untold.
    /// </summary>
    private bool Finish()
    {
        JournalSegment written = _writer.Segment;
        _counters.Begin(written.File, _dropped);
        _counters.Keep(_table.Store);
        if (!Append(true))
        {
            _counters.Cancel();
            return Escalate();
        }

        _counters.LostCorrupt += _cursor.Corrupt;
        _counters.LostUnknown += _cursor.Unknown;
        _counters.Settle();
        if (written.Count == 0 || _cursor.Corrupt > 0 || _cursor.Unknown > 0)
        {
            // There is no file that tells, or not all of it.
            _counters.Keep(_table.Store);
        }

        _table.Replace(_first, _second, written.Count > 0 ? written : null);
        _first = null;
        _table.Sweep();
        return true;
    }

    /// <summary>
    /// What is kept does not fit, since much of it are raw reports: the older one is thinned alone; if that is no help either,
    /// it has to do without numbers; and else it goes.
    /// </summary>
    private bool Escalate()
    {
        bool isPair = _second != null;
        bool isRawOnly = _writer.Segment.Level == JournalSegment.RawOnly;
        JournalSegment segment = isPair && isRawOnly ? _second : _first;
        Abandon();
        if (_hasFailed)
        {
            return false;
        }

        if (isRawOnly && !isPair)
        {
            return Drop(segment);
        }

        return Start(segment, null, !isRawOnly && isPair && segment.Level < MostLevel ? segment.Level + 1 : JournalSegment.RawOnly);
    }

    private bool Drop(JournalSegment segment)
    {
        _counters.LostFull += segment.Count - (segment == _table[0] ? _done : 0);
        _counters.Keep(_table.Store);
        _table.Kill(segment);
        _table.Sweep();
        return true;
    }
}

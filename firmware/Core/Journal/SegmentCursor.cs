namespace Appliance.Core.Journal;

/// <summary>Gives the records of one segment after the other. What is damaged is passed over, up to the next run.</summary>
internal sealed class SegmentCursor
{
    /// <summary>A file that cannot be read so often is as good as damaged.</summary>
    private const int MostFailures = 3;

    private readonly BitCoder _coder = new BitCoder();
    private readonly SegmentTable _table;
    private readonly ReportLayout _current;
    private readonly int _currentSession;
    private RecordCodec _codec;
    private ReportLayout _former;
    private bool _isBroken;
    private int _left;
    private uint _chain;
    private int _corrupt;
    private int _claim;
    private int _expected;
    private bool _isForeign;
    private bool _isTorn;
    private int _failures;
    private int _soughtSession;
    private uint _soughtStart;

    internal SegmentCursor(SegmentTable table, ReportLayout current, int session)
    {
        _table = table;
        _current = current;
        _currentSession = session;
        Reader = new SegmentReader(table.Store);
    }

    internal SegmentReader Reader { get; }

    /// <summary>Unix time at which the present session began; 0 as long as it is not known.</summary>
    internal uint CurrentStart { get; set; }

    /// <summary>The segment it is in; null before the first.</summary>
    internal JournalSegment Segment { get; private set; }

    /// <summary>Records of the segment it has given.</summary>
    internal int Seen { get; private set; }

    /// <summary>Records that were not to be had, since <see cref="Forget"/>.</summary>
    internal int Corrupt => _corrupt + _claim;

    /// <summary>Records whose layout is gone, since <see cref="Forget"/>.</summary>
    internal int Unknown { get; private set; }

    /// <summary>Counts the runs.</summary>
    internal int Runs { get; private set; }

    internal int Session { get; private set; }

    /// <summary>Unix time at which the session of the run began; 0 if it is not known.</summary>
    internal uint SessionStart { get; private set; }

    internal ReportLayout Layout => _codec.Layout;

    /// <summary>The store has failed, not the data: it may be tried again.</summary>
    internal bool MayRetry
    {
        get
        {
            if (Reader.HasFailed && ++_failures <= MostFailures)
            {
                return true;
            }

            _failures = 0;
            return false;
        }
    }

    /// <summary>Goes to the front of a segment; of none for null.</summary>
    internal void Open(JournalSegment segment)
    {
        Segment = segment;
        Seen = 0;
        _left = 0;
        _isBroken = true;
        _isForeign = false;
        if (segment != null)
        {
            Reader.Open(segment.File, SegmentFormat.HeaderSize);
            return;
        }

        // Its memory is needed while something drains, and not before.
        _codec = null;
        _former = null;
    }

    /// <summary>Counts what the segment should have given and has not: it is through with it.</summary>
    internal void Settle()
    {
        _corrupt += _claim;
        _claim = 0;
        if (Segment == null)
        {
            return;
        }

        int missing = Segment.Count > Seen ? Segment.Count - Seen : 0;
        if (_isForeign)
        {
            Unknown += missing;
        }
        else
        {
            _claim = missing;
            _isTorn = Segment.IsTorn;
            _expected = (_isTorn || _isBroken) && _codec != null ? _codec.Sequence + 1 : 0;
        }
    }

    internal void Forget()
    {
        _corrupt = 0;
        _claim = 0;
        _expected = 0;
        Unknown = 0;
    }

    /// <returns>False at the end of the segment, which may grow.</returns>
    internal bool Next(JournalRecord record)
    {
        for (;;)
        {
            if (_left > 0)
            {
                _left--;
                if (_codec.Code(_coder, record))
                {
                    Seen++;
                    Stamp(record);
                    return true;
                }

                _left = 0;
                _isBroken = true;
            }
            else if (!Reader.Next(Segment.Size))
            {
                return false;
            }
            else if (Reader.IsRun)
            {
                _isBroken = !Reader.Check((uint)Segment.File) || !BeginRun();
            }
            else if (!_isBroken)
            {
                _isBroken = !Reader.Check(_chain);
                _chain = Reader.Crc;
                _left = _isBroken ? 0 : Reader.Count;
                _coder.Read(Reader.Buffer, Reader.Start, Reader.Start + Reader.Length);
            }
        }
    }

    private void Stamp(JournalRecord record)
    {
        record.Session = Session;
        if (!record.IsUnix && SessionStart != 0)
        {
            record.Time += SessionStart;
            record.IsUnix = true;
        }
    }

    private bool BeginRun()
    {
        int session = (int)Reader.RunValue(0);
        uint start = Reader.RunValue(1);
        uint crc = Reader.RunValue(2);
        int sequence = (int)Reader.RunValue(3);
        _chain = Reader.Crc;
        if (session == Session && _expected > 0)
        {
            // The numbers tell how many there can have been at most: of a torn segment nothing else does.
            int most = sequence > _expected ? sequence - _expected : 0;
            _claim = _isTorn || _claim > most ? most : _claim;
        }

        _corrupt += _claim;
        _claim = 0;
        _expected = 0;
        Session = session;
        Runs++;
        if (!Load(crc))
        {
            _isForeign = true;
            return false;
        }

        _codec.Reset(sequence);
        SessionStart = start != 0 ? start : session == _currentSession ? CurrentStart : Seek(session);
        return true;
    }

    private bool Load(uint crc)
    {
        ReportLayout layout = _current;
        if (crc != layout.Crc)
        {
            if (_former == null || _former.Crc != crc)
            {
                _former = _table.Layout(crc);
            }

            layout = _former;
        }

        if (layout != null && (_codec == null || _codec.Layout != layout))
        {
            _codec = new RecordCodec(layout);
        }

        return layout != null;
    }

    /// <summary>Looks for a later run of the session, begun when its clock was set.</summary>
    private uint Seek(int session)
    {
        if (session != _soughtSession)
        {
            _soughtSession = session;
            _soughtStart = 0;
            int position = Reader.Position;
            JournalSegment segment = Segment;
            bool isOver = false;
            while (segment != null && !isOver)
            {
                while (!isOver && Reader.Next(segment.Size))
                {
                    if (Reader.IsRun && Reader.Check((uint)segment.File))
                    {
                        _soughtStart = (int)Reader.RunValue(0) == session ? Reader.RunValue(1) : 0;
                        isOver = (int)Reader.RunValue(0) != session || _soughtStart != 0;
                    }
                }

                segment = _table.After(segment);
                if (segment != null)
                {
                    Reader.Open(segment.File, SegmentFormat.HeaderSize);
                }
            }

            Reader.Open(Segment.File, position);
        }

        return _soughtStart;
    }
}

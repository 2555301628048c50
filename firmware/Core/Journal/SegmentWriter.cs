using Appliance.Core.Checksums;

namespace Appliance.Core.Journal;

/// <summary>Makes the blocks of a segment, one at a time, in memory.</summary>
internal sealed class SegmentWriter
{
    /// <summary>What a block needs besides its records: head, CRC, and what the coder holds back.</summary>
    private const int Frame = SegmentFormat.BlockHead + SegmentFormat.CrcSize + 1;

    private const int Run = SegmentFormat.BlockHead + SegmentFormat.RunSize + SegmentFormat.CrcSize;

    private readonly BitCoder _coder = new BitCoder();
    private readonly int _limit;
    private RecordCodec _codec;
    private int _session;
    private uint _sessionStart;
    private int _runAt;
    private int _start;
    private uint _chain;

    /// <param name="limit">Longest file in bytes.</param>
    internal SegmentWriter(int limit)
    {
        _limit = limit;
    }

    /// <summary>What is to be appended next.</summary>
    internal byte[] Buffer { get; } = new byte[SegmentFormat.HeaderSize + Run + SegmentFormat.MostBlock + Frame];

    /// <summary>What is written to; null if nothing is.</summary>
    internal JournalSegment Segment { get; private set; }

    /// <summary>Records in the block.</summary>
    internal int Records { get; private set; }

    /// <summary>A run has begun.</summary>
    internal bool HasRun { get; private set; }

    /// <summary>Sequence number behind the last record of the run.</summary>
    internal int NextSequence => _codec.Sequence + 1;

    /// <summary>Goes on with a file, or begins it if it is empty.</summary>
    internal void Open(JournalSegment segment)
    {
        Segment = segment;
        HasRun = false;
        Records = 0;
        _start = 0;
        if (segment.Size == 0)
        {
            SegmentFormat.WriteHeader(Buffer, segment.File, SegmentFormat.Segment, (uint)segment.From);
            _start = SegmentFormat.HeaderSize;
        }
    }

    /// <summary>Leaves the file. The block that is not closed is given up.</summary>
    internal void Leave()
    {
        Segment = null;
        Records = 0;
    }

    /// <summary>Begins a run, in the place of one that has no records. The block before has to be closed.</summary>
    /// <param name="start">Unix time of the session's start; 0 if it is not known.</param>
    internal void BeginRun(int session, uint start, ReportLayout layout, int sequence)
    {
        if (_codec == null || _codec.Layout != layout)
        {
            _codec = new RecordCodec(layout);
        }

        _session = session;
        _sessionStart = start;
        _codec.Reset(sequence);
        _start = HasRun && _runAt >= 0 ? _runAt : _start;
        _runAt = _start;
        int at = _start + SegmentFormat.BlockHead;
        SegmentFormat.Put(Buffer, at, (uint)session);
        SegmentFormat.Put(Buffer, at + 4, start);
        SegmentFormat.Put(Buffer, at + 8, layout.Crc);
        SegmentFormat.Put(Buffer, at + 12, (uint)sequence);
        _chain = (uint)Segment.File;
        End(0, SegmentFormat.RunSize);
        HasRun = true;
    }

    /// <summary>Records of that origin can be written.</summary>
    internal bool IsRunOf(int session, uint start, ReportLayout layout) =>
        HasRun && session == _session && start == _sessionStart && _codec.Layout == layout;

    /// <summary>Another record fits into the block and into the file.</summary>
    /// <param name="most">The bytes it takes at most.</param>
    internal bool HasRoom(int most)
    {
        int block = (Records > 0 ? _coder.Position - _start - SegmentFormat.BlockHead : 0) + most + Frame;
        return block <= SegmentFormat.MostBlock
            && Records < SegmentFormat.MostRecords
            && Segment.Size + _start + (HasRun ? 0 : Run) + block + Frame <= _limit;
    }

    internal void Write(JournalRecord record)
    {
        if (Records++ == 0)
        {
            _coder.Write(Buffer, _start + SegmentFormat.BlockHead, Buffer.Length - SegmentFormat.CrcSize);
        }

        _codec.Code(_coder, record);
    }

    /// <summary>Closes the block.</summary>
    /// <param name="isLast">The file is whole: a block behind it says so.</param>
    /// <returns>How many bytes of the buffer are to be appended.</returns>
    internal int Close(bool isLast = false)
    {
        if (Records > 0)
        {
            _coder.Finish();
            End(Records, _coder.Position - _start - SegmentFormat.BlockHead);
        }

        if (isLast)
        {
            End(0, 0);
        }

        int length = _start;
        _start = 0;
        _runAt = -1;
        return length;
    }

    /// <summary>What was closed is in the file, or was at least tried.</summary>
    internal void Appended(int length, int records)
    {
        Segment.Size += length;
        Segment.Count += records;
        Records = 0;
    }

    private void End(int records, int length)
    {
        int bits = (records << 11) | length;
        Buffer[_start] = (byte)bits;
        Buffer[_start + 1] = (byte)(bits >> 8);
        Buffer[_start + 2] = (byte)(bits >> 16);
        int end = _start + SegmentFormat.BlockHead + length;
        _chain = Crc32.Of(Buffer, _start, end - _start, _chain);
        SegmentFormat.Put(Buffer, end, _chain);
        _start = end + SegmentFormat.CrcSize;
    }
}

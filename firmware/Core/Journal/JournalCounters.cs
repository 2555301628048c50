using Appliance.Core.Checksums;

namespace Appliance.Core.Journal;

/// <summary>
/// What became of the reports. What will never be given back is counted over restarts: the figures are on flash before what they
/// count is deleted there.
/// </summary>
public sealed class JournalCounters
{
    private const int Size = (6 * 4) + SegmentFormat.CrcSize;

    private bool _isChanged;
    private int _told;
    private int _pendingFile;
    private int _pending;

    /// <summary>Taken in since the start.</summary>
    public int Journaled { get; internal set; }

    /// <summary>Given back, and acknowledged, since the start.</summary>
    public int Drained { get; internal set; }

    /// <summary>Numbers left out, each between two of its channel that stayed.</summary>
    public int Thinned { get; internal set; }

    /// <summary>Lost because there was no room, or the flash could not be written.</summary>
    public int LostFull { get; internal set; }

    /// <summary>Lost because what is on flash is damaged, as far as it can be told how many there were.</summary>
    public int LostCorrupt { get; internal set; }

    /// <summary>Lost because nobody knows any more what their numbers mean.</summary>
    public int LostUnknown { get; internal set; }

    /// <summary>All that was lost; what was thinned out is not.</summary>
    public int Lost => LostFull + LostCorrupt + LostUnknown;

    /// <summary>Goes on from what an earlier start has counted; anew if that is damaged. The table is taken up already.</summary>
    internal void Restore(SegmentTable table)
    {
        byte[] account = table.Store.ReadAccount();
        if (account == null
            || account.Length != Size
            || SegmentFormat.Get(account, Size - SegmentFormat.CrcSize) != Crc32.Of(account, 0, Size - SegmentFormat.CrcSize))
        {
            return;
        }

        Thinned += (int)SegmentFormat.Get(account, 0);
        LostFull += (int)SegmentFormat.Get(account, 4);
        LostCorrupt += (int)SegmentFormat.Get(account, 8);
        LostUnknown += (int)SegmentFormat.Get(account, 12);
        _told = Thinned + Lost;
        _pendingFile = (int)SegmentFormat.Get(account, 16);
        _pending = (int)SegmentFormat.Get(account, 20);
        if (_pendingFile != 0 && !table.Has(_pendingFile))
        {
            Cancel();
        }
    }

    /// <summary>A rewriting is about to be completed. A power cut before the file is there undoes the count as well.</summary>
    /// <param name="file">Its number, of which the level tells whether what it leaves out is thinned or lost.</param>
    /// <param name="dropped">Records left out.</param>
    internal void Begin(int file, int dropped)
    {
        if (dropped == 0)
        {
            return;
        }

        _pendingFile = file;
        _pending = dropped;
        _isChanged = true;
        Count(dropped);
    }

    /// <summary>It did not come about.</summary>
    internal void Cancel()
    {
        Count(-_pending);
        Settle();
    }

    /// <summary>It has come about.</summary>
    internal void Settle()
    {
        _isChanged |= _pendingFile != 0;
        _pendingFile = 0;
        _pending = 0;
    }

    /// <summary>Writes what has changed. What the store does not take is tried again with the next change or flush.</summary>
    internal void Keep(IJournalStore store)
    {
        int sum = Thinned + Lost;
        if (sum == _told && !_isChanged)
        {
            return;
        }

        byte[] account = new byte[Size];
        SegmentFormat.Put(account, 0, (uint)Thinned);
        SegmentFormat.Put(account, 4, (uint)LostFull);
        SegmentFormat.Put(account, 8, (uint)LostCorrupt);
        SegmentFormat.Put(account, 12, (uint)LostUnknown);
        SegmentFormat.Put(account, 16, (uint)_pendingFile);
        SegmentFormat.Put(account, 20, (uint)_pending);
        SegmentFormat.Put(account, Size - SegmentFormat.CrcSize, Crc32.Of(account, 0, Size - SegmentFormat.CrcSize));
        if (store.WriteAccount(account))
        {
            _told = sum;
            _isChanged = false;
        }
    }

    private void Count(int dropped)
    {
        if ((_pendingFile & JournalSegment.RawOnly) == JournalSegment.RawOnly)
        {
            LostFull += dropped;
        }
        else
        {
            Thinned += dropped;
        }
    }
}

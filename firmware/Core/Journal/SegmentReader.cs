using Appliance.Core.Checksums;

namespace Appliance.Core.Journal;

/// <summary>Goes through a file block by block, a piece of it in memory. Nothing is believed of a block before its check.</summary>
internal sealed class SegmentReader
{
    private readonly IJournalStore _store;
    private int _file;
    private int _size;
    private int _next;
    private int _loadedAt;
    private int _loaded;

    internal SegmentReader(IJournalStore store)
    {
        _store = store;
    }

    internal byte[] Buffer { get; } = new byte[SegmentFormat.MostBlock];

    /// <summary>Where in the buffer the content begins.</summary>
    internal int Start { get; private set; }

    /// <summary>Length of the content.</summary>
    internal int Length { get; private set; }

    /// <summary>Records in the block.</summary>
    internal int Count { get; private set; }

    /// <summary>CRC of the block that was checked last.</summary>
    internal uint Crc { get; private set; }

    /// <summary>Where the next block begins in the file.</summary>
    internal int Position => _next;

    /// <summary>The store could not read, whatever there is.</summary>
    internal bool HasFailed { get; private set; }

    internal bool IsRun => Count == 0 && Length == SegmentFormat.RunSize;

    internal bool IsEnd => Count == 0 && Length == 0;

    internal void Open(int file, int position)
    {
        _file = file;
        _next = position;
        _loaded = 0;
    }

    /// <param name="size">Of the file, which may have grown.</param>
    /// <returns>False if there is no whole block any more, or the file cannot be read.</returns>
    internal bool Next(int size)
    {
        _size = size;
        HasFailed = false;
        if (!Load(SegmentFormat.BlockHead))
        {
            return false;
        }

        int head = _next - _loadedAt;
        int bits = Buffer[head] | (Buffer[head + 1] << 8) | (Buffer[head + 2] << 16);
        int length = bits & 0x7FF;
        int whole = SegmentFormat.BlockHead + length + SegmentFormat.CrcSize;
        if (whole > Buffer.Length || !Load(whole))
        {
            return false;
        }

        Count = bits >> 11;
        Length = length;
        Start = _next - _loadedAt + SegmentFormat.BlockHead;
        _next += whole;
        return true;
    }

    /// <param name="seed">The file's number for a run, the CRC of the block before for any other.</param>
    internal bool Check(uint seed)
    {
        Crc = Crc32.Of(Buffer, Start - SegmentFormat.BlockHead, SegmentFormat.BlockHead + Length, seed);
        return Crc == SegmentFormat.Get(Buffer, Start + Length);
    }

    /// <returns>A number of a run's header.</returns>
    internal uint RunValue(int index) => SegmentFormat.Get(Buffer, Start + (4 * index));

    private bool Load(int count)
    {
        if (_loaded > 0 && _next + count <= _loadedAt + _loaded)
        {
            return true;
        }

        int length = _size - _next < Buffer.Length ? _size - _next : Buffer.Length;
        if (length < count)
        {
            return false;
        }

        _loadedAt = _next;
        _loaded = _store.Read(_file, _next, Buffer, length) ? length : 0;
        HasFailed = _loaded == 0;
        return !HasFailed;
    }
}

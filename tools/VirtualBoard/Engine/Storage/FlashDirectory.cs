namespace VirtualBoard.Storage;

/// <summary>
/// One directory: a log in a pair of blocks that holds the names and the small files. Each change appends to the log; a full
/// log is compacted into the other block.
/// </summary>
internal sealed class FlashDirectory(int[] pair)
{
    private const int EntryBytes = 24;
    private int _logged;
    private int _active;

    public int[] Pair { get; private set; } = pair;

    /// <summary>Appends a change to the log.</summary>
    /// <param name="blocks">Where the wear is counted.</param>
    /// <param name="bytes">Length of the change: the name, and the content of a small file.</param>
    /// <returns>True if a block was erased for it.</returns>
    public bool Append(FlashBlocks blocks, int bytes)
    {
        _logged += bytes + EntryBytes;
        bool compact = _logged > FlashStore.BlockBytes;
        if (compact)
        {
            _active ^= 1;
            _logged = bytes + EntryBytes;
            blocks.Erase(Pair[_active]);
        }

        blocks.Program(Pair[_active]);
        return compact;
    }
}

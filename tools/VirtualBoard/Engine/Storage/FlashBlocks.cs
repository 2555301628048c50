namespace VirtualBoard.Storage;

/// <summary>The erase blocks of the partition: which are free, and how worn each is.</summary>
internal sealed class FlashBlocks
{
    private readonly bool[] _used;
    private readonly int[] _erases;
    private readonly int[] _programs;
    private int _next;

    public FlashBlocks(int count)
    {
        _used = new bool[count];
        _erases = new int[count];
        _programs = new int[count];
        Free = count;
    }

    public int Free { get; private set; }

    public IReadOnlyList<int> Erases => _erases;

    public IReadOnlyList<int> Programs => _programs;

    /// <summary>Takes free blocks, going round the partition as littlefs does to spread the wear.</summary>
    /// <exception cref="IOException">There are not so many.</exception>
    public int[] Take(int count)
    {
        if (count > Free)
            throw FlashStore.Full();

        int[] taken = new int[count];
        for (int i = 0; i < count; _next = (_next + 1) % _used.Length)
        {
            if (_used[_next])
                continue;
            _used[_next] = true;
            taken[i++] = _next;
        }

        Free -= count;
        return taken;
    }

    public void Release(int[] blocks)
    {
        foreach (int block in blocks)
            _used[block] = false;
        Free += blocks.Length;
    }

    public void Erase(int block) => _erases[block]++;

    public void Program(int block) => _programs[block]++;
}

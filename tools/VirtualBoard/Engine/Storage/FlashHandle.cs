namespace VirtualBoard.Storage;

/// <summary>An open file with its own view of the content, which becomes the file when the handle is closed.</summary>
public sealed class FlashHandle
{
    private readonly FlashStore _store;
    private byte[] _content;

    internal FlashHandle(FlashStore store, string path, FileAccess access, FileShare share, byte[] content, bool isDirty)
    {
        _store = store;
        _content = content;
        Path = path;
        Access = access;
        Share = share;
        Length = content.Length;
        IsDirty = isDirty && access != FileAccess.Read;
    }

    public string Path { get; }

    public FileAccess Access { get; }

    public FileShare Share { get; }

    public long Length { get; private set; }

    internal bool IsDirty { get; private set; }

    /// <returns>How many bytes there were from that position, at most the length of <paramref name="into"/>.</returns>
    public int Read(long position, Span<byte> into)
    {
        int count = (int)Math.Clamp(Length - position, 0, into.Length);
        if (count > 0)
            _content.AsSpan((int)position, count).CopyTo(into);
        return count;
    }

    /// <exception cref="IOException">The partition is full.</exception>
    public void Write(long position, ReadOnlySpan<byte> data)
    {
        if (position + data.Length > Length)
            SetLength(position + data.Length);
        data.CopyTo(_content.AsSpan((int)position));
        IsDirty = true;
    }

    /// <exception cref="IOException">The partition is full.</exception>
    public void SetLength(long length)
    {
        _store.Reserve(this, length);
        if (length > _content.Length)
            Array.Resize(ref _content, (int)Math.Max(length, _content.Length * 2L));
        if (length < Length)
            Array.Clear(_content, (int)length, (int)(Length - length));
        Length = length;
        IsDirty = true;
    }

    /// <summary>Makes what was written durable.</summary>
    /// <exception cref="IOException">The partition is full; the file keeps its old content.</exception>
    public void Close() => _store.Close(this);

    internal byte[] Content() => _content.AsSpan(0, (int)Length).ToArray();
}

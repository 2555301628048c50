namespace VirtualBoard.Storage;

/// <content>Open files.</content>
public sealed partial class FlashStore
{
    /// <summary>Opens a file; nothing that is written counts before the handle is closed.</summary>
    /// <param name="path">From the root.</param>
    /// <param name="access">What this handle may do.</param>
    /// <param name="share">What others may do meanwhile.</param>
    /// <param name="truncate">Begin empty.</param>
    /// <exception cref="IOException">Somebody has it open in a way that excludes this.</exception>
    public FlashHandle Open(string path, FileAccess access, FileShare share, bool truncate)
    {
        _ = DirectoryOf(path);
        if (IsDirectory(path))
            throw Error("This is a directory: " + path, FlashError.UnauthorizedAccess);
        foreach (var other in _open)
        {
            if (other.Path == path && (!Allows(other.Share, access) || !Allows(share, other.Access)))
                throw Error("The file is open: " + path, FlashError.UnauthorizedAccess);
        }

        // littlefs enters the name at once: a power cut before Close leaves a new file empty, but an old one as it was.
        if (!Exists(path))
            Commit(path, []);
        var handle = new FlashHandle(this, path, access, share, truncate ? [] : ReadFile(path), truncate);
        _open.Add(handle);
        return handle;
    }

    public bool IsOpen(string path) => _open.Exists(h => h.Path == path);

    /// <summary>The power is gone: what was open is as it was before it was opened.</summary>
    internal void DropOpenFiles() => _open.Clear();

    /// <summary>Refuses a length for which the free blocks do not suffice while the old content still stands.</summary>
    internal void Reserve(FlashHandle handle, long length)
    {
        int others = 0;
        foreach (var open in _open)
            others += open == handle || !open.IsDirty ? 0 : BlocksFor(open.Length);
        if (BlocksFor(length) + others > _blocks.Free)
            throw Full();
        if (FailsWrites)
            throw Error(ReadOnlyText, FlashError.Others);
    }

    internal void Close(FlashHandle handle)
    {
        if (_open.Remove(handle) && handle.IsDirty)
            Commit(handle.Path, handle.Content());
    }

    private static bool Allows(FileShare share, FileAccess access) => ((int)access & ~(int)share) == 0;
}

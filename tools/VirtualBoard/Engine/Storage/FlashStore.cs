using VirtualBoard.Running;

namespace VirtualBoard.Storage;

/// <summary>
/// Drive I: as littlefs keeps it: files change atomically when they are closed, new data goes to free blocks before the old
/// ones are given back, small files live in their directory. Paths are relative to the root, with forward slashes.
/// </summary>
public sealed partial class FlashStore
{
    /// <summary>Erase block of the ESP32's flash.</summary>
    public const int BlockBytes = 4096;

    /// <summary>Up to here a file needs no block of its own.</summary>
    public const int InlineBytes = 512;

    private const string ReadOnlyText = "The flash does not take writes.";
    private readonly int _bytes;
    private readonly Dictionary<string, FlashFile> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FlashDirectory> _directories = new(StringComparer.Ordinal);
    private readonly List<FlashHandle> _open = [];
    private FlashBlocks _blocks = null!;

    /// <param name="bytes">Size of the partition.</param>
    public FlashStore(int bytes)
    {
        _bytes = bytes;
        Format();
        WriteFile("con_network_0.sys", new byte[100]);
    }

    /// <summary>Bytes that are free for data, in whole blocks. The device cannot ask for it.</summary>
    public int FreeBytes => _blocks.Free * BlockBytes;

    /// <summary>Erase cycles of each block.</summary>
    public IReadOnlyList<int> Erases => _blocks.Erases;

    /// <summary>Program operations of each block.</summary>
    public IReadOnlyList<int> Programs => _blocks.Programs;

    /// <summary>Every file, committed.</summary>
    public IReadOnlyCollection<string> Files => _files.Keys;

    public IReadOnlyCollection<string> Directories => _directories.Keys;

    public bool Exists(string path) => _files.ContainsKey(path);

    public bool IsDirectory(string path) => _directories.ContainsKey(path);

    /// <summary>Committed content of a file; a copy.</summary>
    /// <exception cref="IOException">There is no such file.</exception>
    public byte[] ReadFile(string path) => (byte[])File(path).Content.Clone();

    /// <summary>Writes a whole file, as opening, writing and closing it does.</summary>
    /// <exception cref="IOException">The directory is missing, or the partition is full.</exception>
    public void WriteFile(string path, byte[] content) => Commit(path, content);

    /// <exception cref="IOException">The file is in use or read-only.</exception>
    public void DeleteFile(string path)
    {
        if (!_files.TryGetValue(path, out var file))
            return;
        if (IsOpen(path))
            throw Error("The file is open: " + path, FlashError.UnauthorizedAccess);

        CommitDirectory(path, 0);
        _files.Remove(path);
        _blocks.Release(file.Blocks);
    }

    /// <summary>Gives a file or directory another name; atomic, replaces a file of that name as littlefs does.</summary>
    public void Rename(string from, string to)
    {
        _ = DirectoryOf(to);
        if (_files.TryGetValue(from, out var file))
        {
            CommitDirectory(to, file.Content.Length <= InlineBytes ? file.Content.Length : 0);
            if (_files.Remove(to, out var replaced))
                _blocks.Release(replaced.Blocks);
            _files.Remove(from);
            _files[to] = file;
            return;
        }

        if (!_directories.ContainsKey(from))
            throw Error("Nothing to move: " + from, FlashError.FileNotFound);
        CommitDirectory(to, 0);
        foreach (string path in _files.Keys.Where(p => IsBelow(p, from)).ToArray())
            Rekey(_files, path, to + path[from.Length..]);
        foreach (string path in _directories.Keys.Where(p => p == from || IsBelow(p, from)).ToArray())
            Rekey(_directories, path, to + path[from.Length..]);
    }

    /// <summary>Attributes as the device keeps them: bits of FileAttributes.</summary>
    public byte Attributes(string path) => IsDirectory(path) ? (byte)0x10 : File(path).Attributes;

    public void SetAttributes(string path, byte attributes)
    {
        if (IsDirectory(path))
            return;
        var file = File(path);
        CommitDirectory(path, 1);
        file.Attributes = attributes;
    }

    /// <summary>Makes a directory and those above it.</summary>
    /// <exception cref="IOException">A file has the name, or the partition is full.</exception>
    public void CreateDirectory(string path)
    {
        if (IsDirectory(path))
            return;
        if (Exists(path))
            throw Error("A file has that name: " + path, FlashError.PathAlreadyExists);

        CreateDirectory(Parent(path));
        int[] pair = _blocks.Take(2);
        CommitDirectory(path, 0);
        _directories[path] = new FlashDirectory(pair);
    }

    /// <exception cref="IOException">It is missing or not empty.</exception>
    public void DeleteDirectory(string path, bool recursive)
    {
        if (!_directories.TryGetValue(path, out var directory) || path.Length == 0)
            throw Error("No such directory: " + path, FlashError.DirectoryNotFound);
        string[] files = [.. _files.Keys.Where(p => IsBelow(p, path))];
        string[] below = [.. _directories.Keys.Where(p => IsBelow(p, path)).OrderByDescending(p => p.Length)];
        if (!recursive && files.Length + below.Length > 0)
            throw Error("The directory is not empty: " + path, FlashError.DirectoryNotEmpty);

        foreach (string file in files)
            DeleteFile(file);
        foreach (string inner in below)
            DeleteDirectory(inner, recursive: false);
        CommitDirectory(path, 0);
        _directories.Remove(path);
        _blocks.Release(directory.Pair);
    }

    /// <summary>Names of what lies directly in a directory, with full paths.</summary>
    public string[] List(string path, bool directories)
    {
        if (!IsDirectory(path))
            throw Error("No such directory: " + path, FlashError.DirectoryNotFound);
        IEnumerable<string> all = directories ? _directories.Keys : _files.Keys;
        return [.. all.Where(p => p.Length > 0 && Parent(p) == path).Order(StringComparer.Ordinal)];
    }

    /// <summary>What a file system gone bad does at mount: everything is lost, the network settings too.</summary>
    public void Format()
    {
        DropOpenFiles();
        _files.Clear();
        _directories.Clear();
        _blocks = new FlashBlocks(_bytes / BlockBytes);
        _directories[string.Empty] = new FlashDirectory(_blocks.Take(2));
    }

    internal static IOException Full() => Error("No space left on I:.", FlashError.Others);

    internal static IOException Error(string message, FlashError code) => new(message, (int)code);

    internal static string Parent(string path) => path.LastIndexOf('/') is >= 0 and var slash ? path[..slash] : string.Empty;

    private static bool IsBelow(string path, string directory) =>
        path.Length > directory.Length && path.StartsWith(directory, StringComparison.Ordinal)
        && (directory.Length == 0 || path[directory.Length] == '/');

    private static void Rekey<T>(Dictionary<string, T> map, string from, string to)
    {
        map.Remove(from, out var value);
        map[to] = value!;
    }

    private static int BlocksFor(long length) => length <= InlineBytes ? 0 : (int)((length + BlockBytes - 1) / BlockBytes);

    private FlashFile File(string path) => _files.TryGetValue(path, out var file)
        ? file
        : throw Error("No such file: " + path, IsDirectory(Parent(path)) ? FlashError.FileNotFound : FlashError.DirectoryNotFound);

    private FlashDirectory DirectoryOf(string path) => _directories.TryGetValue(Parent(path), out var directory)
        ? directory
        : throw Error("No such directory: " + Parent(path), FlashError.DirectoryNotFound);

    private void Commit(string path, byte[] content)
    {
        _ = DirectoryOf(path);
        int[] blocks = _blocks.Take(BlocksFor(content.Length));
        try
        {
            foreach (int block in blocks)
            {
                Step(path, isCommit: false);
                _blocks.Erase(block);
                _blocks.Program(block);
                Spend(EraseMicros + ProgramMicros);
            }

            CommitDirectory(path, blocks.Length == 0 ? content.Length : 0);
        }
        catch
        {
            _blocks.Release(blocks);
            throw;
        }

        byte attributes = 0;
        if (_files.TryGetValue(path, out var old))
        {
            attributes = old.Attributes;
            _blocks.Release(old.Blocks);
        }

        _files[path] = new FlashFile(content, blocks) { Attributes = attributes };
    }

    private void CommitDirectory(string path, int inline)
    {
        Step(path, isCommit: true);
        bool erased = DirectoryOf(path).Append(_blocks, path.Length + inline);
        Spend((erased ? EraseMicros : 0) + (ProgramMicros / 8));
    }

    private static void Spend(long micros)
    {
        if (BoardThread.Current is { Interpreter: { Time.IsVirtual: true } interpreter })
            interpreter.Spend(micros);
    }
}

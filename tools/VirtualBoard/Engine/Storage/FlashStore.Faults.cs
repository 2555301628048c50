using VirtualBoard.Running;

namespace VirtualBoard.Storage;

/// <content>What tests do to the flash, and what it costs.</content>
public sealed partial class FlashStore
{
    private long _writes;

    /// <summary>Called before each step of the flash; may look, or throw.</summary>
    public event Action<FlashWrite>? BeforeWrite;

    internal event Action? PowerLost;

    /// <summary>Steps of the flash so far.</summary>
    public long Writes => _writes;

    /// <summary>The power fails just before this step; null when it does not.</summary>
    public long? PowerCutAtWrite { get; set; }

    /// <summary>Every write ends in an IOException.</summary>
    public bool FailsWrites { get; set; }

    /// <summary>How long the whole interpreter stands while a block is erased, in microseconds. Taken from virtual time only.</summary>
    public int EraseMicros { get; set; } = 25_000;

    /// <summary>How long it stands while a block of 4 KiB is programmed.</summary>
    public int ProgramMicros { get; set; } = 8_000;

    /// <summary>Flips every bit of one byte of a committed file.</summary>
    public void Corrupt(string path, int offset)
    {
        var file = File(path);
        if (offset < 0 || offset >= file.Content.Length)
            throw new ArgumentOutOfRangeException(nameof(offset), offset, $"{path} has {file.Content.Length} bytes.");

        file.Content[offset] ^= 0xFF;
    }

    /// <summary>Writes every file under a folder of the PC.</summary>
    public void Save(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        foreach (string directory in _directories.Keys)
            Directory.CreateDirectory(Path.Combine(folder, directory));
        foreach (var (path, file) in _files)
            System.IO.File.WriteAllBytes(Path.Combine(folder, path), file.Content);
    }

    /// <summary>Replaces everything by what <see cref="Save"/> wrote. A missing folder leaves the store as it is.</summary>
    public void Load(string folder)
    {
        if (!Directory.Exists(folder))
            return;

        Format();
        foreach (string directory in Directory.EnumerateDirectories(folder, "*", SearchOption.AllDirectories))
            CreateDirectory(Inside(folder, directory));
        foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            WriteFile(Inside(folder, file), System.IO.File.ReadAllBytes(file));
    }

    private static string Inside(string folder, string path) => Path.GetRelativePath(folder, path).Replace('\\', '/');

    private void Step(string path, bool isCommit)
    {
        var write = new FlashWrite(++_writes, path, isCommit);
        BeforeWrite?.Invoke(write);
        if (write.Number == PowerCutAtWrite)
        {
            PowerCutAtWrite = null;
            PowerLost?.Invoke();
            throw new PowerCutException();
        }

        if (FailsWrites)
            throw Error(ReadOnlyText, FlashError.Others);
    }
}

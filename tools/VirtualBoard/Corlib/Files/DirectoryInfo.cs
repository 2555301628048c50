using VirtualBoard.Storage;

namespace System.IO;

/// <summary>One directory.</summary>
public sealed class DirectoryInfo : FileSystemInfo
{
    public DirectoryInfo(string path) => FullPath = Path.GetFullPath(path);

    public override string Name => Parent is null ? FullPath : Path.GetFileName(FullPath)!;

    public override bool Exists => Directory.Exists(FullPath);

    public DirectoryInfo Root => new(Path.GetPathRoot(FullPath)!);

    public DirectoryInfo? Parent => Path.GetDirectoryName(FullPath) is { } parent ? new DirectoryInfo(parent) : null;

    public void Create() => Directory.CreateDirectory(FullPath);

    public DirectoryInfo CreateSubdirectory(string path) => Directory.CreateDirectory(Path.Combine(FullPath, path));

    public FileInfo[] GetFiles() => Array.ConvertAll(Directory.GetFiles(FullPath), p => new FileInfo(p));

    public DirectoryInfo[] GetDirectories() => Array.ConvertAll(Directory.GetDirectories(FullPath), p => new DirectoryInfo(p));

    public void MoveTo(string destDirName)
    {
        Directory.Move(FullPath, destDirName);
        FullPath = Path.GetFullPath(destDirName);
    }

    public override void Delete() => Directory.Delete(FullPath);

    public void Delete(bool recursive) => Directory.Delete(FullPath, recursive);

    public override string ToString() => FullPath;

    protected override void HandleRefreshError() => throw FlashStore.Error("No such directory: " + FullPath, FlashError.DirectoryNotFound);
}

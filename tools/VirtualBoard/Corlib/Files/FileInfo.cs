using VirtualBoard.Storage;

namespace System.IO;

/// <summary>One file.</summary>
public sealed class FileInfo : FileSystemInfo
{
    public FileInfo(string fileName) => FullPath = Path.GetFullPath(fileName);

    public override string Name => Path.GetFileName(FullPath)!;

    public long Length => FilePath.Flash.ReadFile(FilePath.InStore(FullPath)).Length;

    public string? DirectoryName => Path.GetDirectoryName(FullPath);

    public DirectoryInfo? Directory => DirectoryName is { } name ? new DirectoryInfo(name) : null;

    public override bool Exists => File.Exists(FullPath);

    public FileStream Create() => File.Create(FullPath);

    public override void Delete() => File.Delete(FullPath);

    public override string ToString() => FullPath;

    protected override void HandleRefreshError() => throw FlashStore.Error("No such file: " + FullPath, FlashError.FileNotFound);
}

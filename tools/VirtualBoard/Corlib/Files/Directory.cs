using VirtualBoard.Running;
using VirtualBoard.Storage;

namespace System.IO;

/// <summary>Directories of drive I:.</summary>
public static class Directory
{
    public static DirectoryInfo CreateDirectory(string path)
    {
        FilePath.Flash.CreateDirectory(FilePath.InStore(path));
        return new DirectoryInfo(path);
    }

    public static void Delete(string path) => Delete(path, recursive: false);

    public static void Delete(string path, bool recursive) => FilePath.Flash.DeleteDirectory(FilePath.InStore(path), recursive);

    public static bool Exists(string? path) => !string.IsNullOrEmpty(path) && FilePath.Flash.IsDirectory(FilePath.InStore(path));

    public static string GetCurrentDirectory() => Interpreter.Current.Resource<CurrentDirectory>().Path;

    /// <returns>Full paths.</returns>
    public static string[] GetFiles(string path) => List(path, directories: false);

    /// <returns>Full paths.</returns>
    public static string[] GetDirectories(string path) => List(path, directories: true);

    public static void Move(string sourceDirName, string destDirName)
    {
        string from = FilePath.InStore(sourceDirName);
        string to = FilePath.InStore(destDirName);
        var flash = FilePath.Flash;
        if (!flash.IsDirectory(from))
            throw FlashStore.Error("No such directory: " + sourceDirName, FlashError.DirectoryNotFound);
        if (flash.IsDirectory(to) || flash.Exists(to))
            throw FlashStore.Error("The target exists: " + destDirName, FlashError.PathAlreadyExists);
        flash.Rename(from, to);
    }

    public static void SetCurrentDirectory(string path)
    {
        if (!Exists(path))
            throw FlashStore.Error("No such directory: " + path, FlashError.DirectoryNotFound);
        Interpreter.Current.Resource<CurrentDirectory>().Path = Path.GetFullPath(path);
    }

    private static string[] List(string path, bool directories) =>
        Array.ConvertAll(FilePath.Flash.List(FilePath.InStore(path), directories), FilePath.OnDevice);
}

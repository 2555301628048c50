using System.Text;
using VirtualBoard.Storage;

namespace System.IO;

/// <summary>Files of drive I:. Whatever fails, fails with an IOException; there is no FileNotFoundException.</summary>
public static class File
{
    /// <summary>Opens at position 0, not at the end: it overwrites. That is the device's behaviour; use AppendAllText or FileMode.Append.</summary>
    public static StreamWriter AppendText(string path) => new(new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write));

    public static void AppendAllText(string path, string contents)
    {
        using var stream = new FileStream(path, FileMode.Append, FileAccess.Write);
        Write(stream, contents);
    }

    public static void Copy(string sourceFileName, string destFileName) => Copy(sourceFileName, destFileName, overwrite: false);

    public static void Copy(string sourceFileName, string destFileName, bool overwrite)
    {
        ArgumentException.ThrowIfNullOrEmpty(sourceFileName);
        ArgumentException.ThrowIfNullOrEmpty(destFileName);
        using var source = new FileStream(sourceFileName, FileMode.Open, FileAccess.Read);
        byte[] content = ReadAll(source);
        using var target = new FileStream(destFileName, overwrite ? FileMode.Create : FileMode.CreateNew, FileAccess.Write);
        target.Write(content, 0, content.Length);
    }

    public static FileStream Create(string path) => new(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None);

    public static FileStream Create(string path, int bufferSize) =>
        new(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None, bufferSize);

    /// <summary>Deletes a file; one that is not there is no error, a missing directory is.</summary>
    public static void Delete(string path)
    {
        string file = FilePath.InStore(path);
        var flash = FilePath.Flash;
        if (!flash.IsDirectory(FlashStore.Parent(file)))
            throw FlashStore.Error("No such directory: " + path, FlashError.DirectoryNotFound);
        if (flash.IsDirectory(file) || (flash.Exists(file) && (flash.Attributes(file) & (int)FileAttributes.ReadOnly) != 0))
            throw FlashStore.Error("A directory or a read-only file is not deleted so: " + path, FlashError.UnauthorizedAccess);
        flash.DeleteFile(file);
    }

    public static bool Exists(string? path) => !string.IsNullOrEmpty(path) && FilePath.Flash.Exists(FilePath.InStore(path));

    public static FileAttributes GetAttributes(string path) => (FileAttributes)FilePath.Flash.Attributes(FilePath.InStore(path));

    /// <exception cref="IOException">The source is missing, or the target exists.</exception>
    public static void Move(string sourceFileName, string destFileName)
    {
        string from = FilePath.InStore(sourceFileName);
        string to = FilePath.InStore(destFileName);
        var flash = FilePath.Flash;
        if (!flash.Exists(from))
            throw FlashStore.Error("No such file: " + sourceFileName, FlashError.FileNotFound);
        if (flash.Exists(to) || flash.IsDirectory(to))
            throw FlashStore.Error("The target exists: " + destFileName, FlashError.PathAlreadyExists);
        if (flash.IsOpen(from))
            throw FlashStore.Error("The file is open: " + sourceFileName, FlashError.UnauthorizedAccess);
        flash.Rename(from, to);
    }

    public static FileStream Open(string path, FileMode mode) => new(path, mode, FileAccess.ReadWrite, FileShare.None);

    public static FileStream Open(string path, FileMode mode, FileAccess access) => new(path, mode, access, FileShare.None);

    public static FileStream Open(string path, FileMode mode, FileAccess access, FileShare share) => new(path, mode, access, share);

    public static FileStream OpenRead(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.None);

    public static StreamReader OpenText(string path) => new(new FileStream(path, FileMode.Open, FileAccess.Read));

    public static FileStream OpenWrite(string path) => new(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);

    public static byte[] ReadAllBytes(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read);
        return ReadAll(stream);
    }

    public static string ReadAllText(string path)
    {
        byte[] bytes = ReadAllBytes(path);
        return VirtualBoard.Corlib.Replacements.EncodingReplacement.GetString(Encoding.UTF8, bytes, 0, bytes.Length);
    }

    public static void SetAttributes(string path, FileAttributes fileAttributes) =>
        FilePath.Flash.SetAttributes(FilePath.InStore(path), (byte)fileAttributes);

    public static void WriteAllBytes(string path, byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        using var stream = new FileStream(path, FileMode.Create, FileAccess.Write);
        stream.Write(bytes, 0, bytes.Length);
    }

    public static void WriteAllText(string path, string contents)
    {
        using var stream = new FileStream(path, FileMode.Create, FileAccess.Write);
        Write(stream, contents);
    }

    private static void Write(FileStream stream, string contents)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(contents);
        stream.Write(bytes, 0, bytes.Length);
    }

    private static byte[] ReadAll(FileStream stream)
    {
        byte[] content = new byte[stream.Length];
        stream.ReadExactly(content, 0, content.Length);
        return content;
    }
}

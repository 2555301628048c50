using System.Text;
using Ixp.Commands;

namespace Ixp.Files;

/// <summary>Files that are written together: all of them beside their places first, and moved there only when each is whole.</summary>
internal sealed class PendingFiles
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Public = Private | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private readonly List<(string Path, byte[] Content, bool IsPrivate)> _files = [];

    /// <summary>For everybody to read.</summary>
    public void Add(string path, string text) => _files.Add((path, Encoding.UTF8.GetBytes(text), IsPrivate: false));

    /// <summary>For its owner alone, from its creation on.</summary>
    public void AddPrivate(string path, string text) => AddPrivate(path, Encoding.UTF8.GetBytes(text));

    /// <inheritdoc cref="AddPrivate(string, string)"/>
    public void AddPrivate(string path, byte[] content) => _files.Add((path, content, IsPrivate: true));

    /// <summary>Paths in the order in which they get their places.</summary>
    public IEnumerable<string> Paths => _files.Select(f => f.Path);

    /// <exception cref="CommandLineException">A file cannot be written; none has been replaced, unless it was the moving that failed.</exception>
    public void Write()
    {
        string suffix = $".{Guid.NewGuid():N}.tmp";
        string path = "";
        try
        {
            foreach (var file in _files)
                WriteNew((path = file.Path) + suffix, file.Content, file.IsPrivate);
            foreach (var file in _files)
                File.Move((path = file.Path) + suffix, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandLineException($"{path}: cannot be written: {e.Message}");
        }
        finally
        {
            foreach (var file in _files.Where(f => File.Exists(f.Path + suffix)))
                File.Delete(file.Path + suffix);
        }
    }

    private static void WriteNew(string path, byte[] content, bool isPrivate)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = isPrivate ? Private : Public;
        using var stream = new FileStream(path, options);
        stream.Write(content);
        stream.Flush(flushToDisk: true);
    }
}

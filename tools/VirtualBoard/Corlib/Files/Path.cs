using VirtualBoard.Running;

namespace System.IO;

/// <summary>Paths with a drive letter and backslashes, whatever the PC uses.</summary>
public static class Path
{
    public static readonly char DirectorySeparatorChar = '\\';
    public static readonly char AltDirectorySeparatorChar = '/';
    public static readonly char VolumeSeparatorChar = ':';
    public static readonly char PathSeparator = ';';

    private const int LongestName = 256;
    private static readonly char[] Separators = ['\\', '/'];

    public static string? ChangeExtension(string? path, string? extension)
    {
        if (path is null)
            return null;

        Check(path);
        string stem = path[..^GetExtension(path)!.Length].TrimEnd('.');
        return extension is null ? stem : stem + (extension.StartsWith('.') ? extension : "." + extension);
    }

    public static string Combine(string path1, string path2)
    {
        ArgumentNullException.ThrowIfNull(path1);
        ArgumentNullException.ThrowIfNull(path2);
        Check(path1);
        Check(path2);
        if (path2.Length == 0)
            return path1;
        if (path1.Length == 0 || IsPathRooted(path2))
            return path2;
        return IsSeparator(path1[^1]) || path1[^1] == ':' ? path1 + path2 : path1 + '\\' + path2;
    }

    public static string? GetDirectoryName(string? path)
    {
        if (path is null)
            return null;

        Check(path);
        string root = GetPathRoot(path)!;
        if (path.Length <= root.Length)
            return null;
        int end = path.LastIndexOfAny(Separators);
        return end < root.Length ? root : path[..end];
    }

    public static string? GetExtension(string? path)
    {
        if (path is null)
            return null;

        string name = GetFileName(path)!;
        int dot = name.LastIndexOf('.');
        return dot < 0 || dot == name.Length - 1 ? string.Empty : name[dot..];
    }

    public static string? GetFileName(string? path)
    {
        if (path is null)
            return null;

        Check(path);
        return path[(path.LastIndexOfAny(['\\', '/', ':']) + 1)..];
    }

    public static string? GetFileNameWithoutExtension(string? path)
    {
        string? name = GetFileName(path);
        int dot = name?.LastIndexOf('.') ?? -1;
        return dot < 0 ? name : name![..dot];
    }

    public static string GetFullPath(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        Check(path);
        if (path.Length < 2 || path[1] != ':')
        {
            string current = Interpreter.Current.Resource<CurrentDirectory>().Path;
            path = IsSeparator(path[0]) ? GetPathRoot(current) + path.TrimStart(Separators) : Combine(current, path);
        }

        var parts = new List<string>();
        foreach (string part in path[2..].Split(Separators, StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == "..")
                parts.RemoveRange(Math.Max(0, parts.Count - 1), Math.Min(1, parts.Count));
            else if (part != ".")
                parts.Add(part.Length <= LongestName ? part : throw VirtualBoard.Storage.FlashStore.Error(
                    "A name is longer than 256 characters: " + part, VirtualBoard.Storage.FlashError.PathTooLong));
        }

        return path[..2] + '\\' + string.Join('\\', parts);
    }

    public static char[] GetInvalidFileNameChars() => [.. GetInvalidPathChars(), ':', '*', '?', '\\', '/'];

    public static char[] GetInvalidPathChars() => ['"', '<', '>', '|', .. Enumerable.Range(0, 32).Select(c => (char)c)];

    public static string? GetPathRoot(string? path)
    {
        if (path is null)
            return null;
        if (path.Length >= 2 && path[1] == ':')
            return path.Length > 2 && IsSeparator(path[2]) ? path[..3] : path[..2];
        return path.Length > 0 && IsSeparator(path[0]) ? path[..1] : string.Empty;
    }

    public static bool HasExtension(string? path) => !string.IsNullOrEmpty(GetExtension(path));

    public static bool IsPathRooted(string? path) => !string.IsNullOrEmpty(GetPathRoot(path));

    private static bool IsSeparator(char c) => c is '\\' or '/';

    private static void Check(string path)
    {
        if (path.IndexOfAny(GetInvalidPathChars()) >= 0)
            throw new ArgumentException("The path holds a character that no path may hold: " + path, nameof(path));
    }
}

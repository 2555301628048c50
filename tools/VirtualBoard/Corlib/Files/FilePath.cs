using VirtualBoard;
using VirtualBoard.Storage;

namespace System.IO;

/// <summary>A path of the device, as <c>I:\log\0001.txt</c>, and what the flash store calls it.</summary>
internal static class FilePath
{
    public const string Root = @"I:\";

    /// <summary>Path in the store: no drive, forward slashes, no dots.</summary>
    /// <exception cref="IOException">The drive is not I:.</exception>
    public static string InStore(string? path)
    {
        string full = Path.GetFullPath(path!);
        if (!full.StartsWith(Root, StringComparison.OrdinalIgnoreCase))
            throw FlashStore.Error("There is no drive of that name, only I:. Path: " + path, FlashError.VolumeNotFound);
        return full[Root.Length..].Trim('\\').Replace('\\', '/');
    }

    public static string OnDevice(string inStore) => Root + inStore.Replace('/', '\\');

    public static FlashStore Flash => Board.Current.Flash;
}

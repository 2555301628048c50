using VirtualBoard.Storage;

namespace System.IO;

/// <summary>The drive I:, of which the device knows no more than that it is there.</summary>
public sealed class DriveInfo
{
    public DriveInfo(string driveName)
    {
        ArgumentException.ThrowIfNullOrEmpty(driveName);
        _ = FilePath.InStore(driveName[..1] + ":");
        Name = FilePath.Root;
    }

    public DriveType DriveType { get; set; } = DriveType.Fixed;

    public string Name { get; set; }

    /// <summary>-1: the littlefs driver does not tell.</summary>
    public long TotalSize { get; set; } = -1;

    public static DriveInfo[] GetDrives() => [new DriveInfo("I")];

    public static string[] GetFileSystems() => ["LITTLEFS"];

    public static void MountRemovableVolumes()
    {
    }

    /// <exception cref="NotSupportedException">Always: the drive holds the board's configuration as well.</exception>
    public void Format(string fileSystem, uint parameter) => throw new NotSupportedException("I: cannot be formatted.");

    public void Refresh() => _ = FilePath.Flash;
}

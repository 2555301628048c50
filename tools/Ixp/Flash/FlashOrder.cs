using Ixp.Sites;

namespace Ixp.Flash;

/// <summary>What <c>ixp flash</c> was asked for.</summary>
public sealed record FlashOrder
{
    public required Board Board { get; init; }

    /// <summary>The site that the board is for, with its secrets; null to put firmware and application on it alone.</summary>
    public CheckedSite? Site { get; init; }

    /// <summary>Port of the board; null to look for the only one.</summary>
    public string? Port { get; init; }

    /// <summary>The application's .bin file.</summary>
    public required string Image { get; init; }

    /// <exception cref="FlashException">The application is not there.</exception>
    public void RefuseWithoutImage()
    {
        if (!File.Exists(Image))
            throw new FlashException($"the application {Image} is not there", "Build it by flash.ps1, or give the file of a release by --image.");
    }

    /// <summary>Version of the firmware; null for the one that this application is made for.</summary>
    public string? FirmwareVersion { get; init; }

    /// <summary>Folder of an archive to flash from instead of the Internet.</summary>
    public string? Archive { get; init; }

    /// <summary>Erase everything first: file system, journal and network settings with it.</summary>
    public bool Erases { get; init; }

    /// <summary>Account by which the broker may be asked for the device's status; null not to ask.</summary>
    public string? Account { get; init; }

    /// <summary>Port on which the NOC connects to the broker of the site; null for the one that enrolling gives it.</summary>
    public int? NocPort { get; init; }
}

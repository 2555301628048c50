using Ixp.Files;
using Ixp.Sites;

namespace Ixp.Flash;

/// <summary>A folder of this run alone with what nanoff is to put onto the board. It holds secrets, and is gone afterwards.</summary>
internal sealed class FlashFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("ixp-flash-").FullName;

    public string Files => Path.Combine(_path, "files.json");

    public string Network => Path.Combine(_path, "network.json");

    /// <exception cref="SiteException">A value does not fit the device, or a file cannot be read.</exception>
    public void Fill(CheckedSite site)
    {
        var files = DeviceFiles.Of(site.Site, site.Board, site.Secrets);
        var pending = new PendingFiles();
        foreach (var (name, content) in files)
            pending.AddPrivate(Path.Combine(_path, name), content);
        pending.AddPrivate(Files, FileDeployment.Json(_path, files.Select(f => f.Name)));
        pending.AddPrivate(Network, NetworkDeployment.Json(site));
        pending.Write();
    }

    public void Dispose() => Directory.Delete(_path, recursive: true);
}

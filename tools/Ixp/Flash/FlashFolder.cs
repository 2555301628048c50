using System.Diagnostics;
using System.Globalization;
using Ixp.Files;
using Ixp.Pack;
using Ixp.Sites;

namespace Ixp.Flash;

/// <summary>A folder of this run alone with what nanoff is to put onto the board. It holds secrets, and is gone afterwards.</summary>
internal sealed class FlashFolder : IDisposable
{
    private const string Prefix = "ixp-flash-";

    private readonly string _path;

    public FlashFolder()
    {
        Sweep();
        _path = Directory.CreateTempSubdirectory($"{Prefix}{Environment.ProcessId}-").FullName;
    }

    public string Files => Path.Combine(_path, "files.json");

    public string Network => Path.Combine(_path, "network.json");

    /// <exception cref="SiteException">A value does not fit the device, or a file cannot be read.</exception>
    public void Fill(CheckedSite site)
    {
        var files = DeviceSite.Files(site);
        var pending = new PendingFiles();
        foreach (var (name, content) in files)
            pending.AddPrivate(Path.Combine(_path, name), content);
        string[] names = [.. files.Select(f => f.Name)];
        pending.AddPrivate(Files, FileDeployment.Json(_path, names, DeviceSite.Gone(site, names)));
        pending.AddPrivate(Network, NetworkDeployment.Json(site));
        pending.Write();
    }

    public void Dispose() => Delete(_path);

    /// <summary>What a run has left that was killed.</summary>
    private static void Sweep()
    {
        foreach (string left in Directory.EnumerateDirectories(Path.GetTempPath(), Prefix + "*"))
        {
            string owner = Path.GetFileName(left)[Prefix.Length..].Split('-')[0];
            if (!int.TryParse(owner, NumberStyles.None, CultureInfo.InvariantCulture, out int id) || !IsRunning(id))
                Delete(left);
        }
    }

    private static bool IsRunning(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Whoever still has a file open there must not hide what went wrong; the next run sweeps.</summary>
    private static void Delete(string path)
    {
        try
        {
            Directory.Delete(path, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"ixp: {path} holds secrets and could not be deleted: {e.Message}");
        }
    }
}

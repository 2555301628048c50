using Ixp.Sites.Secrets;

namespace Ixp.Sites;

/// <summary>All files that a device gets of its site.</summary>
public static class DeviceFiles
{
    /// <summary>Their folder on drive <c>I:</c>.</summary>
    public const string Folder = "ixp";

    /// <returns>Name and content of each, in the order in which a device should get them: those that the last one needs are there before it.</returns>
    /// <exception cref="SiteException">A value does not fit the device, or a file of certificates cannot be read.</exception>
    public static IReadOnlyList<(string Name, byte[] Content)> Of(Site site, Board board, SiteSecrets secrets)
    {
        var files = new List<(string, byte[])>();
        if (site.Broker.CaFile is { } authorities)
            files.Add(("ca.pem", Read(authorities)));
        if (site.Broker.CaFile is not null && secrets is { ClientCertificateFile: { } certificate, ClientKeyFile: { } key })
        {
            files.Add(("client.pem", Read(certificate)));
            files.Add(("client.key", Read(key)));
        }

        files.Add(("secrets.conf", SitePacker.PackSecrets(secrets)));
        files.Add(("site.conf", SitePacker.Pack(site, board)));
        return files;
    }

    private static byte[] Read(string file)
    {
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SiteException($"{file}: cannot be read: {e.Message}");
        }
    }
}

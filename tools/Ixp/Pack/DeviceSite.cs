using Ixp.Checking;
using Ixp.Running;
using Ixp.Sites;

namespace Ixp.Pack;

/// <summary>A site as it goes onto a device, with its certificates looked at.</summary>
internal static class DeviceSite
{
    /// <summary>Files of credentials that a device has only while its site names them.</summary>
    private static readonly string[] Credentials = ["client.pem", "client.key"];

    /// <param name="secretsFile">Null for the one beside the site file, as <c>ixp enroll</c> writes it, if it is there.</param>
    /// <exception cref="SiteException">A file is not right, or what they say cannot work; tells all that is wrong.</exception>
    public static CheckedSite Read(string siteFile, string? board, string? secretsFile)
    {
        string beside = Path.ChangeExtension(siteFile, ".secrets.json");
        var site = CheckedSite.Read(siteFile, SiteFolder.Boards, board, secretsFile ?? (File.Exists(beside) ? beside : null));
        var check = new CertificateCheck(DateTimeOffset.UtcNow);
        var findings = site.Site.Broker.CaFile is { } authorities ? check.Authorities(authorities, "broker.tls.ca_file").Select(f => (siteFile, f)) : [];
        if (site.Secrets is { ClientCertificateFile: { } certificate, ClientKeyFile: { } key })
            findings = findings.Concat(check.Client(certificate, key).Select(f => (site.SecretsFile!, f)));
        CheckedSite.Refuse([.. findings.Where(f => !f.f.IsWarning).Select(f => $"{f.Item1}: {f.f}")]);
        if (site.Site.WifiName is not null && site.SecretsFile is null)
            throw new SiteException($"{siteFile}: wifi: there is no file of secrets with wifi_password; give one by --secrets. For an open network give one without it.");
        return site;
    }

    /// <summary>The files of the device. Without a file of secrets those that it has stay as they are.</summary>
    /// <exception cref="SiteException">A value does not fit the device, or a file cannot be read.</exception>
    public static IReadOnlyList<(string Name, byte[] Content)> Files(CheckedSite site) =>
        [.. DeviceFiles.Of(site.Site, site.Board, site.Secrets).Where(f => site.SecretsFile is not null || f.Name is not "secrets.conf")];

    /// <summary>Files that the device must not have any more.</summary>
    /// <param name="present">Names of those that it gets.</param>
    public static IEnumerable<string> Gone(CheckedSite site, IEnumerable<string> present) =>
        site.SecretsFile is null ? [] : Credentials.Except(present, StringComparer.Ordinal);
}

using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Ixp.Sites;

namespace Ixp.Checking;

/// <summary>Judges the PEM files that a site and its secrets name.</summary>
/// <param name="now">The time at which certificates have to be valid.</param>
internal sealed class CertificateCheck(DateTimeOffset now)
{
    private const int SoonDays = 60;

    /// <summary>The authorities of a broker: certificates of authorities, valid, and no key.</summary>
    /// <param name="path">Where the site file names them.</param>
    public IEnumerable<Finding> Authorities(string file, string path)
    {
        if (!File.Exists(file))
        {
            yield return new Finding(path, $"{Path.GetFileName(file)} is not there yet", "let ixp enroll make it, or get it from whoever runs the broker") { IsWarning = true };
            yield break;
        }

        if (Text(file) is not { } pem)
        {
            yield return new Finding(path, $"{Path.GetFileName(file)} cannot be read", "look at its permissions");
            yield break;
        }

        if (pem.Contains("PRIVATE KEY", StringComparison.Ordinal))
            yield return new Finding(path, $"{Path.GetFileName(file)} holds a private key, which would go to every device", "leave only certificates in it, and take a new key");
        var certificates = Certificates(pem);
        if (certificates is null || certificates.Count == 0)
        {
            yield return new Finding(path, $"{Path.GetFileName(file)} holds no certificate in PEM form", "export the authority's certificate as PEM: -----BEGIN CERTIFICATE-----");
            yield break;
        }

        foreach (var certificate in certificates)
        {
            string name = NameOf(certificate);
            foreach (var finding in Validity(certificate, $"the authority {name}", path))
                yield return finding;
            if (certificate.Extensions.OfType<X509BasicConstraintsExtension>().FirstOrDefault() is not { CertificateAuthority: true })
                yield return new Finding(path, $"{name} is no authority, so it cannot have signed the broker's certificate", "take the certificate of the authority that did");
        }
    }

    /// <summary>The device's own certificate and key, which belong together.</summary>
    public IEnumerable<Finding> Client(string certificateFile, string keyFile)
    {
        bool isComplete = true;
        foreach (var (file, path) in new[] { (certificateFile, "client_certificate_file"), (keyFile, "client_key_file") })
        {
            if (!File.Exists(file))
            {
                isComplete = false;
                yield return new Finding(path, "the file is not there yet", "let ixp enroll make it") { IsWarning = true };
            }
        }

        if (!isComplete || Text(certificateFile) is not { } certificatePem || Text(keyFile) is not { } keyPem)
            yield break;
        if (Certificates(certificatePem) is not [var certificate, ..])
        {
            yield return new Finding("client_certificate_file", "the file holds no certificate in PEM form", "let ixp enroll make it");
            yield break;
        }

        foreach (var finding in Validity(certificate, "the device's certificate", "client_certificate_file"))
            yield return finding;
        if (keyPem.Contains("ENCRYPTED", StringComparison.Ordinal))
            yield return new Finding("client_key_file", "the key is encrypted, and the device cannot ask for its password", "store it without one, in a file that nobody else can read");
        else if (!BelongTogether(certificatePem, keyPem))
            yield return new Finding("client_key_file", "this is no private key, or not the one of the certificate", "let ixp enroll make both anew");
    }

    private IEnumerable<Finding> Validity(X509Certificate2 certificate, string whose, string path)
    {
        var from = new DateTimeOffset(certificate.NotBefore);
        var until = new DateTimeOffset(certificate.NotAfter);
        if (until < now)
            yield return new Finding(path, FormattableString.Invariant($"{whose} has expired on {until.UtcDateTime:yyyy-MM-dd}"), "get a new one");
        else if (from > now)
            yield return new Finding(path, FormattableString.Invariant($"{whose} is not valid before {from.UtcDateTime:yyyy-MM-dd}"), "look at the clock of whoever made it, or wait");
        else if (until < now.AddDays(SoonDays))
            yield return new Finding(path, FormattableString.Invariant($"{whose} expires on {until.UtcDateTime:yyyy-MM-dd}"), "get a new one in time") { IsWarning = true };
    }

    private static bool BelongTogether(string certificatePem, string keyPem)
    {
        try
        {
            using var pair = X509Certificate2.CreateFromPem(certificatePem, keyPem);
            return pair.HasPrivateKey;
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            return false;
        }
    }

    private static X509Certificate2Collection? Certificates(string pem)
    {
        var certificates = new X509Certificate2Collection();
        try
        {
            certificates.ImportFromPem(pem);
            return certificates;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static string? Text(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string NameOf(X509Certificate2 certificate) =>
        certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false) is { Length: > 0 } name ? name : certificate.Subject;
}

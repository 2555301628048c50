using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Tools.Tests.Mosquitto;

/// <summary>An authority made for one test, valid for decades around today, as PEM files in a temporary folder.</summary>
internal sealed class Certificates : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("certificates-").FullName;
    readonly ECDsa authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    readonly X509Certificate2 authority;

    public Certificates(string name)
    {
        var request = new CertificateRequest($"CN={name}", authorityKey, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        // Longer than what it issues: a board's clock can be in another year than the PC's.
        var now = DateTimeOffset.UtcNow;
        authority = request.CreateSelfSigned(now.AddYears(-20), now.AddYears(20));
        CaFile = Write("ca.pem", authority.ExportCertificatePem());
    }

    public string CaFile { get; }

    /// <param name="name">Name of the files, and common name.</param>
    /// <param name="host">Address or name that the certificate is for.</param>
    /// <param name="notBefore">From when it is valid; as long as the authority unless told.</param>
    /// <param name="notAfter">Until when.</param>
    /// <returns>Paths of a certificate and of its key; those of the same name are overwritten.</returns>
    public (string CertFile, string KeyFile) Issue(
        string name, string host = "127.0.0.1", DateTimeOffset? notBefore = null, DateTimeOffset? notAfter = null)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        if (IPAddress.TryParse(host, out var address))
            names.AddIpAddress(address);
        else
            names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        using var issued = request.Create(authority, notBefore ?? authority.NotBefore, notAfter ?? authority.NotAfter, RandomNumberGenerator.GetBytes(8));
        return (Write($"{name}.pem", issued.ExportCertificatePem()), Write($"{name}.key", key.ExportPkcs8PrivateKeyPem()));
    }

    /// <returns>Paths of what was issued by that name.</returns>
    public (string CertFile, string KeyFile) Files(string name) => (Path.Combine(folder, $"{name}.pem"), Path.Combine(folder, $"{name}.key"));

    public void Dispose()
    {
        authority.Dispose();
        authorityKey.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    string Write(string name, string pem)
    {
        string path = Path.Combine(folder, name);
        File.WriteAllText(path, pem + "\n");
        return path;
    }
}

using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Tools.Tests.Mosquitto;

/// <summary>An authority made for one test, as PEM files in a temporary folder.</summary>
internal sealed class Certificates : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("certificates-").FullName;
    readonly ECDsa authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    readonly X509Certificate2 authority;

    public Certificates(string name)
    {
        var request = new CertificateRequest($"CN={name}", authorityKey, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var now = DateTimeOffset.UtcNow;
        authority = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        CaFile = Write("ca.pem", authority.ExportCertificatePem());
    }

    public string CaFile { get; }

    /// <returns>Paths of a certificate for 127.0.0.1 and of its key.</returns>
    public (string CertFile, string KeyFile) Issue(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var issued = request.Create(authority, authority.NotBefore, authority.NotAfter, RandomNumberGenerator.GetBytes(8));
        return (Write($"{name}.pem", issued.ExportCertificatePem()), Write($"{name}.key", key.ExportPkcs8PrivateKeyPem()));
    }

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

using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Ixp.Commands;

namespace Ixp.Enroll;

/// <summary>
/// The authority that signs the certificate of one broker and those of its devices: ECDSA on P-256 with SHA-256, which OpenSSL and
/// mbedTLS know. Keys are PEM of SEC 1.
/// </summary>
internal sealed class SiteAuthority : IDisposable
{
    private const int Years = 10;
    private const string ServerPurpose = "1.3.6.1.5.5.7.3.1";
    private const string ClientPurpose = "1.3.6.1.5.5.7.3.2";

    private readonly X509Certificate2 _certificate;

    private SiteAuthority(X509Certificate2 certificate) => _certificate = certificate;

    public string CertificatePem => _certificate.ExportCertificatePem() + "\n";

    public string KeyPem
    {
        get
        {
            using var key = _certificate.GetECDsaPrivateKey()!;
            return Pem(key);
        }
    }

    /// <summary>The last moment at which what it has signed is valid.</summary>
    public DateTimeOffset Until => _certificate.NotAfter;

    /// <summary>A new authority, for ten years.</summary>
    public static SiteAuthority Make(string name, DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(Name($"{name} devices CA"), key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: true, pathLengthConstraint: 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return new SiteAuthority(request.CreateSelfSigned(From(now), now.AddYears(Years)));
    }

    /// <param name="certificateFile">PEM, readable by everybody.</param>
    /// <param name="keyFile">PEM, not encrypted.</param>
    /// <exception cref="CommandLineException">They cannot be read or do not belong together; no part of the key is in the message.</exception>
    public static SiteAuthority Read(string certificateFile, string keyFile, DateTimeOffset now)
    {
        try
        {
            var certificate = X509Certificate2.CreateFromPemFile(certificateFile, keyFile);
            using var key = certificate.GetECDsaPrivateKey();
            string? wrong = key is null ? "is no EC key" : certificate.NotAfter < now ? $"is the key of an authority that ended on {certificate.NotAfter:yyyy-MM-dd}" : NoAuthority(certificate);
            return wrong is null ? new SiteAuthority(certificate) : throw Refuse(keyFile, wrong, certificateFile);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            // What the library says of a damaged key could hold a part of it.
            throw Refuse(keyFile, $"is no key, an encrypted one, or not the one of {Path.GetFileName(certificateFile)}", certificateFile);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Refuse(keyFile, $"and its certificate cannot be read: {e.Message}", certificateFile);
        }
    }

    /// <summary>A certificate by which a broker shows that it is one of these hosts.</summary>
    /// <param name="hosts">DNS names and addresses.</param>
    public (string CertificatePem, string KeyPem) IssueServer(IReadOnlyList<string> hosts, DateTimeOffset now, int days)
    {
        var names = new SubjectAlternativeNameBuilder();
        foreach (string host in hosts)
        {
            if (IPAddress.TryParse(host, out var address))
                names.AddIpAddress(address);
            else
                names.AddDnsName(host);
        }

        return Issue(hosts[0], ServerPurpose, now, days, names.Build());
    }

    /// <summary>A certificate by which a device shows its name to a broker.</summary>
    public (string CertificatePem, string KeyPem) IssueClient(string device, DateTimeOffset now, int days) => Issue(device, ClientPurpose, now, days);

    /// <returns>True if this authority has signed it, be it valid still or not.</returns>
    public bool HasSigned(X509Certificate2 certificate)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(_certificate);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.VerificationTime = certificate.NotBefore.AddSeconds(1);
        return chain.Build(certificate);
    }

    /// <returns>True if it is this authority's own certificate.</returns>
    public bool Is(X509Certificate2 certificate) => certificate.RawDataMemory.Span.SequenceEqual(_certificate.RawDataMemory.Span);

    public void Dispose() => _certificate.Dispose();

    private (string CertificatePem, string KeyPem) Issue(string name, string purpose, DateTimeOffset now, int days, params X509Extension[] more)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(Name(name), key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(purpose)], critical: false));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(_certificate, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        foreach (var extension in more)
            request.CertificateExtensions.Add(extension);
        var until = now.AddDays(days);
        var from = From(now) < _certificate.NotBefore ? _certificate.NotBefore : From(now);
        using var issued = request.Create(_certificate, from, until < Until ? until : Until, Serial());
        return (issued.ExportCertificatePem() + "\n", Pem(key));
    }

    /// <summary>A day before, for clocks that are behind.</summary>
    private static DateTimeOffset From(DateTimeOffset now) => now.AddDays(-1);

    /// <summary>Positive and of 16 bytes (RFC 5280, 4.1.2.2).</summary>
    private static byte[] Serial()
    {
        byte[] serial = RandomNumberGenerator.GetBytes(16);
        serial[0] = (byte)((serial[0] & 0x7f) | 0x40);
        return serial;
    }

    private static X500DistinguishedName Name(string common)
    {
        var name = new X500DistinguishedNameBuilder();
        name.AddCommonName(common.Length <= 64 ? common : common[..64]);
        return name.Build();
    }

    private static string Pem(ECDsa key) => key.ExportECPrivateKeyPem() + "\n";

    private static string? NoAuthority(X509Certificate2 certificate) =>
        certificate.Extensions.OfType<X509BasicConstraintsExtension>().Any(e => e.CertificateAuthority) ? null : "is the key of a certificate that may sign no others";

    private static CommandLineException Refuse(string keyFile, string wrong, string certificateFile) =>
        new($"{keyFile}: {wrong}. Put both back from a copy; or take {Path.GetFileName(keyFile)} and {Path.GetFileName(certificateFile)} away for a new authority, and enroll all devices anew.");
}

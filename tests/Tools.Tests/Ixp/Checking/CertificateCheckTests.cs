using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Ixp.Checking;
using Ixp.Sites;
using Xunit;

namespace Tools.Tests.Ixp.Checking;

/// <summary>PEM files that a site and its secrets name.</summary>
public sealed class CertificateCheckTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2030, 6, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("certificates-").FullName;
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public void Dispose()
    {
        _key.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Authority_that_is_valid_is_fine() => Assert.Empty(Authorities(Certificate(isAuthority: true, -10, 1000)));

    [Fact]
    public void Authority_that_is_not_there_yet_is_to_think_about()
    {
        var finding = Assert.Single(new CertificateCheck(Now).Authorities(Path.Combine(_folder, "none.pem"), "p"));
        Assert.Equal((true, "p", "none.pem is not there yet"), (finding.IsWarning, finding.Path, finding.Reason));
    }

    [Theory]
    [InlineData(true, -1000, -1, false, "the authority ix has expired on 2030-05-31")]
    [InlineData(true, 1, 1000, false, "the authority ix is not valid before 2030-06-02")]
    [InlineData(true, -1000, 59, true, "the authority ix expires on 2030-07-30")]
    [InlineData(false, -10, 1000, false, "ix is no authority, so it cannot have signed the broker's certificate")]
    public void Authority_that_is_not(bool isAuthority, int from, int until, bool isWarning, string reason)
    {
        var finding = Assert.Single(Authorities(Certificate(isAuthority, from, until)));
        Assert.Equal((isWarning, reason), (finding.IsWarning, finding.Reason));
    }

    [Fact]
    public void Authorities_with_a_key_beside_them() =>
        Assert.Equal(["p: x.pem holds a private key, which would go to every device; leave only certificates in it, and take a new key."], Authorities(Certificate(true, -10, 1000) + "\n" + _key.ExportPkcs8PrivateKeyPem()).Select(f => f.ToString()));

    [Theory]
    [InlineData("")]
    [InlineData("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")]
    public void File_without_a_certificate(string text) => Assert.Equal("x.pem holds no certificate in PEM form", Assert.Single(Authorities(text)).Reason);

    [Fact]
    public void Certificate_and_key_that_belong_together_are_fine() => Assert.Empty(Client(Certificate(false, -10, 1000), _key.ExportPkcs8PrivateKeyPem()));

    [Fact]
    public void Key_of_another_certificate()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Assert.Equal(["client_key_file: this is no private key, or not the one of the certificate; let ixp enroll make both anew."], Client(Certificate(false, -10, 1000), other.ExportPkcs8PrivateKeyPem()));
    }

    [Fact]
    public void Key_that_is_encrypted_and_certificate_that_is_past() => Assert.Equal(
        [
            "client_certificate_file: the device's certificate has expired on 2030-05-27; get a new one.",
            "client_key_file: the key is encrypted, and the device cannot ask for its password; store it without one, in a file that nobody else can read.",
        ],
        Client(Certificate(false, -10, -5), _key.ExportEncryptedPkcs8PrivateKeyPem("x", new PbeParameters(PbeEncryptionAlgorithm.Aes128Cbc, HashAlgorithmName.SHA256, 1))));

    private IEnumerable<Finding> Authorities(string pem) => new CertificateCheck(Now).Authorities(Written("x.pem", pem), "p");

    private IEnumerable<string> Client(string certificate, string key) =>
        new CertificateCheck(Now).Client(Written("x.pem", certificate), Written("x.key", key)).Select(f => f.ToString());

    private string Written(string name, string text)
    {
        string file = Path.Combine(_folder, name);
        File.WriteAllText(file, text);
        return file;
    }

    private string Certificate(bool isAuthority, int fromDays, int untilDays)
    {
        var request = new CertificateRequest("CN=ix", _key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(isAuthority, false, 0, critical: true));
        using var certificate = request.CreateSelfSigned(Now.AddDays(fromDays), Now.AddDays(untilDays));
        return certificate.ExportCertificatePem();
    }
}

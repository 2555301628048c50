extern alias corlib;

using System.Security.Cryptography;
using Tools.Tests.Mosquitto;
using Xunit;
using X509Certificate = corlib::System.Security.Cryptography.X509Certificates.X509Certificate;
using X509Certificate2 = corlib::System.Security.Cryptography.X509Certificates.X509Certificate2;

namespace Tools.Tests.Corlib;

public sealed class CertificateTests : IDisposable
{
    private readonly Certificates _authority = new("exchange");

    public void Dispose() => _authority.Dispose();

    [Fact]
    public void A_certificate_is_read_from_text_and_from_bytes()
    {
        string pem = File.ReadAllText(_authority.CaFile);
        byte[] der = System.Security.Cryptography.X509Certificates.X509Certificate2.CreateFromPem(pem).RawData;

        foreach (var certificate in new[] { new X509Certificate(pem), new X509Certificate(der) })
        {
            Assert.Equal("CN=exchange", certificate.Subject);
            Assert.Equal("CN=exchange", certificate.Issuer);
            Assert.Equal(DateTimeKind.Utc, certificate.GetEffectiveDate().Kind);
            Assert.InRange(DateTime.UtcNow, certificate.GetEffectiveDate().AddYears(19), certificate.GetExpirationDate().AddYears(-19));
        }

        Assert.Equal(der, new X509Certificate(der).GetRawCertData());
    }

    [Fact]
    public void A_text_may_hold_several_certificates_and_tells_of_the_first()
    {
        using var second = new Certificates("second");
        string bundle = "# Authorities of the exchange\n" + File.ReadAllText(_authority.CaFile) + File.ReadAllText(second.CaFile);

        Assert.Equal("CN=exchange", new X509Certificate(bundle).Subject);
        Assert.Equal("CN=exchange", new X509Certificate(System.Text.Encoding.UTF8.GetBytes(bundle + "\0")).Subject);
    }

    [Fact]
    public void A_private_key_is_carried()
    {
        var (file, keyFile) = _authority.Issue("board");
        string key = File.ReadAllText(keyFile);
        var certificate = new X509Certificate2(File.ReadAllText(file), key, "");

        Assert.Equal("CN=board", certificate.Subject);
        Assert.True(certificate.HasPrivateKey);
        Assert.Equal(key, System.Text.Encoding.UTF8.GetString(certificate.PrivateKey!));
        Assert.NotEmpty(certificate.PublicKey);
        Assert.False(new X509Certificate2(File.ReadAllText(file)).HasPrivateKey);
    }

    [Fact]
    public void A_key_that_is_none_is_refused()
    {
        var (file, _) = _authority.Issue("board");
        Assert.Throws<CryptographicException>(() => new X509Certificate2(File.ReadAllText(file), "no key", ""));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----")]
    [InlineData("no certificate")]
    public void What_is_none_is_refused(string text) => Assert.ThrowsAny<CryptographicException>(() => new X509Certificate(text));
}

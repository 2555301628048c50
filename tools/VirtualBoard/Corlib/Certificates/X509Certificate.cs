using System.Text;

namespace System.Security.Cryptography.X509Certificates;

/// <summary>A certificate in DER or PEM (RFC 5280, RFC 7468); .NET reads it.</summary>
public class X509Certificate
{
    private readonly byte[] _data = [];

    public X509Certificate()
    {
    }

    /// <exception cref="CryptographicException">This is no certificate.</exception>
    public X509Certificate(byte[] certificate)
    {
        using var read = X509CertificateLoader.LoadCertificate(certificate);
        _data = certificate;
        Issuer = read.Issuer;
        Subject = read.Subject;
        EffectiveDate = read.NotBefore.ToUniversalTime();
        ExpirationDate = read.NotAfter.ToUniversalTime();
        KeyInfo = read.PublicKey.ExportSubjectPublicKeyInfo();
    }

    /// <param name="certificate">PEM.</param>
    /// <exception cref="CryptographicException">This is no certificate.</exception>
    public X509Certificate(string certificate)
        : this(Encoding.UTF8.GetBytes(certificate))
    {
    }

    public virtual string Issuer { get; } = string.Empty;

    public virtual string Subject { get; } = string.Empty;

    internal DateTime EffectiveDate { get; }

    internal DateTime ExpirationDate { get; }

    /// <summary>SubjectPublicKeyInfo in DER.</summary>
    internal byte[] KeyInfo { get; } = [];

    public virtual DateTime GetEffectiveDate() => EffectiveDate;

    public virtual DateTime GetExpirationDate() => ExpirationDate;

    /// <returns>The very bytes it was made from.</returns>
    public virtual byte[] GetRawCertData() => _data;
}

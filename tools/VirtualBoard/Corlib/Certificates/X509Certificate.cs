using System.Text;

namespace System.Security.Cryptography.X509Certificates;

/// <summary>A certificate in DER or PEM (RFC 5280, RFC 7468), or several in one PEM text, of which the first is told; .NET reads them.</summary>
public class X509Certificate
{
    private readonly byte[] _data = [];

    public X509Certificate()
    {
    }

    /// <exception cref="CryptographicException">This is no certificate.</exception>
    public X509Certificate(byte[] certificate)
    {
        _data = certificate;
        var read = ReadAll()[0];
        Issuer = read.Issuer;
        Subject = read.Subject;
        EffectiveDate = read.NotBefore.ToUniversalTime();
        ExpirationDate = read.NotAfter.ToUniversalTime();
        KeyInfo = read.PublicKey.ExportSubjectPublicKeyInfo();
    }

    /// <param name="certificate">PEM, one certificate or more.</param>
    /// <exception cref="CryptographicException">This is no certificate.</exception>
    public X509Certificate(string certificate)
        : this(Encoding.UTF8.GetBytes(certificate))
    {
    }

    public virtual string Issuer { get; } = string.Empty;

    public virtual string Subject { get; } = string.Empty;

    /// <returns>At least one.</returns>
    /// <exception cref="CryptographicException">This is no certificate.</exception>
    internal X509Certificate2Collection ReadAll()
    {
        var all = new X509Certificate2Collection();
        string text = Encoding.UTF8.GetString(_data);
        if (text.Contains("-----BEGIN", StringComparison.Ordinal))
            all.ImportFromPem(text);
        else
            all.Add(X509CertificateLoader.LoadCertificate(_data));
        return all.Count > 0 ? all : throw new CryptographicException("There is no certificate in the text.");
    }

    internal DateTime EffectiveDate { get; }

    internal DateTime ExpirationDate { get; }

    /// <summary>SubjectPublicKeyInfo in DER.</summary>
    internal byte[] KeyInfo { get; } = [];

    public virtual DateTime GetEffectiveDate() => EffectiveDate;

    public virtual DateTime GetExpirationDate() => ExpirationDate;

    /// <returns>The very bytes it was made from.</returns>
    public virtual byte[] GetRawCertData() => _data;
}

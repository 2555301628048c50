using System.Text;

namespace System.Security.Cryptography.X509Certificates;

/// <summary>A certificate with the private key of its owner, if there is one: PEM, not encrypted.</summary>
public class X509Certificate2 : X509Certificate
{
    public X509Certificate2()
    {
    }

    public X509Certificate2(byte[] rawData)
        : base(rawData)
    {
    }

    public X509Certificate2(string certificate)
        : base(certificate)
    {
    }

    /// <exception cref="CryptographicException">This is no certificate, or no key.</exception>
    public X509Certificate2(string rawData, string key, string password)
        : base(rawData) => PrivateKey = Checked(Encoding.UTF8.GetBytes(key));

    /// <inheritdoc cref="X509Certificate2(string, string, string)"/>
    public X509Certificate2(byte[] rawData, string key, string password)
        : base(rawData) => PrivateKey = Checked(Encoding.UTF8.GetBytes(key));

    /// <inheritdoc cref="X509Certificate2(string, string, string)"/>
    public X509Certificate2(byte[] rawData, byte[] key, string password)
        : base(rawData) => PrivateKey = Checked(key);

    public bool HasPrivateKey => PrivateKey is not null;

    public byte[]? PrivateKey { get; }

    public byte[] PublicKey => KeyInfo;

    public DateTime NotAfter => GetExpirationDate();

    public DateTime NotBefore => GetEffectiveDate();

    public byte[] RawData => GetRawCertData();

    private static byte[] Checked(byte[] key)
    {
        string pem = Encoding.UTF8.GetString(key);
        if (!IsKey(ECDsa.Create(), pem) && !IsKey(RSA.Create(), pem))
            throw new CryptographicException("This is no private key.");
        return key;
    }

    private static bool IsKey(AsymmetricAlgorithm kind, string pem)
    {
        using (kind)
        {
            try
            {
                kind.ImportFromPem(pem);
                return true;
            }
            catch (Exception e) when (e is ArgumentException or CryptographicException)
            {
                return false;
            }
        }
    }
}

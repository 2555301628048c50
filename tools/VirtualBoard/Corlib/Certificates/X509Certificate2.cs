using System.Text;

namespace System.Security.Cryptography.X509Certificates;

/// <summary>A certificate with the private key of its owner, if there is one. The key is carried, not read.</summary>
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

    public X509Certificate2(string rawData, string key, string password)
        : base(rawData) => PrivateKey = Encoding.UTF8.GetBytes(key);

    public X509Certificate2(byte[] rawData, string key, string password)
        : base(rawData) => PrivateKey = Encoding.UTF8.GetBytes(key);

    public X509Certificate2(byte[] rawData, byte[] key, string password)
        : base(rawData) => PrivateKey = key;

    public bool HasPrivateKey => PrivateKey is not null;

    public byte[]? PrivateKey { get; }

    public byte[] PublicKey => KeyInfo;

    public DateTime NotAfter => GetExpirationDate();

    public DateTime NotBefore => GetEffectiveDate();

    public byte[] RawData => GetRawCertData();
}

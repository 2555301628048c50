using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Ixp.Enroll;

/// <summary>Looks whether a broker needs a new certificate.</summary>
internal static class ServerCertificate
{
    /// <summary>How long one is valid: what the strictest clients accept.</summary>
    public const int Days = 825;

    /// <summary>One that ends earlier is renewed by any call.</summary>
    private const int LeastDaysLeft = 90;

    public static ServerCertificateState Of(BrokerFiles files, SiteAuthority authority, IEnumerable<string> hosts, DateTimeOffset now)
    {
        try
        {
            using var certificate = X509Certificate2.CreateFromPemFile(files.ServerCertificate, files.ServerKey);
            if (!authority.HasSigned(certificate))
                return ServerCertificateState.Foreign;
            bool isGood = certificate.NotAfter > now.AddDays(LeastDaysLeft).LocalDateTime || certificate.NotAfter >= authority.Until.LocalDateTime;
            return isGood && hosts.All(h => certificate.MatchesHostname(h, allowWildcards: false, allowCommonName: false)) ? ServerCertificateState.Good : ServerCertificateState.Due;
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            return ServerCertificateState.Due;
        }
    }
}

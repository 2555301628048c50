extern alias corlib;

using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using nanoFramework.M2Mqtt;
using VirtualBoard.Net;
using VirtualBoard.Running;
using DeviceCertificate2 = corlib::System.Security.Cryptography.X509Certificates.X509Certificate2;

namespace VirtualBoard.Mqtt;

/// <summary>
/// The TLS handshake with the broker, as the device does it: every thread of the board stands until it is over, for ever if the peer
/// stays silent, and whatever goes wrong is a <see cref="CryptographicException"/>. Certificates are judged by the board's clock.
/// </summary>
internal static class Handshake
{
    /// <summary>What the arithmetic takes on the chip; assumed.</summary>
    private const long Micros = 1_000_000;

    /// <summary>Real time for which virtual time stands still: a busy PC is slow.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    /// <exception cref="ArgumentException">The device has no such version.</exception>
    /// <exception cref="CryptographicException">One end does not accept the other, or the peer speaks no TLS.</exception>
    internal static void Do(RelayConnection connection, TlsRequest request, bool isChecked)
    {
        try
        {
            var interpreter = Interpreter.Current;
            interpreter.Freeze(connection.Secure(Options(request, isChecked, Board.Current.Clock.UtcNow)), Patience);
            interpreter.Spend(Micros);
        }
        catch (Exception e) when (e is not PowerCutException)
        {
            connection.Dispose();
            if (e is AuthenticationException or IOException or OperationCanceledException)
                throw new CryptographicException("TLS handshake: " + e.Message, e);
            throw;
        }
    }

    private static SslClientAuthenticationOptions Options(TlsRequest request, bool isChecked, DateTime now)
    {
        var options = new SslClientAuthenticationOptions
        {
            TargetHost = request.Host,
            EnabledSslProtocols = Version(request.Protocol),
            CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
                DisableCertificateDownloads = true,
                VerificationTime = now,
            },
            ClientCertificateContext = Own(request.Client),
        };
        if (request.Authorities is { } authorities)
            options.CertificateChainPolicy.CustomTrustStore.AddRange(authorities.ReadAll());
        if (!isChecked)
            options.RemoteCertificateValidationCallback = (_, _, _, _) => true;
        return options;
    }

    private static SslProtocols Version(MqttSslProtocols protocol) => protocol switch
    {
        MqttSslProtocols.None or MqttSslProtocols.TLSv1_3 => SslProtocols.Tls13,
        MqttSslProtocols.TLSv1_2 => SslProtocols.Tls12,
        _ => throw new ArgumentException("SSL/TLS protocol version not supported", nameof(protocol)),
    };

    /// <summary>The certificate with its key, and the further ones of its text. Sent whatever authorities the broker names, as on the device.</summary>
    private static SslStreamCertificateContext? Own(X509Certificate? certificate)
    {
        if (certificate is not DeviceCertificate2 { PrivateKey: { } key })
            return null;

        var all = certificate.ReadAll();
        var own = X509Certificate2.CreateFromPem(all[0].ExportCertificatePem(), Encoding.UTF8.GetString(key));
        return SslStreamCertificateContext.Create(own, all, offline: true);
    }
}

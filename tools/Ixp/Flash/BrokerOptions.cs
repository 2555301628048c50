using System.Security.Cryptography.X509Certificates;
using Ixp.Enroll;
using MQTTnet;

namespace Ixp.Flash;

/// <summary>How this program comes to a broker.</summary>
internal static class BrokerOptions
{
    /// <param name="caFile">PEM file of the authorities that its certificate has to come from; null for a connection without TLS.</param>
    public static MqttClientOptions Of(string host, int port, string? caFile, BrokerAccount account)
    {
        var options = new MqttClientOptionsBuilder()
            .WithTcpServer(host, port)
            .WithClientId($"ixp-{Guid.NewGuid():N}"[..20])
            .WithCredentials(account.User, account.Password)
            .WithTimeout(TimeSpan.FromSeconds(10));
        if (caFile is not null)
        {
            var authorities = new X509Certificate2Collection();
            authorities.ImportFromPemFile(caFile);
            options.WithTlsOptions(tls => tls.UseTls().WithTrustChain(authorities).WithRevocationMode(X509RevocationMode.NoCheck));
        }

        return options.Build();
    }
}

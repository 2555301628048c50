using nanoFramework.M2Mqtt;

namespace VirtualBoard.Mqtt;

/// <summary>What a client was told of TLS when it was made.</summary>
/// <param name="Host">Name or address that the broker's certificate has to be for.</param>
/// <param name="Authorities">The only certificates that are trusted; null trusts none.</param>
/// <param name="Client">Certificate and key of this end; null has none.</param>
/// <param name="Protocol">The one version; None is 1.3.</param>
internal sealed record TlsRequest(bool IsWanted, string Host, X509Certificate? Authorities, X509Certificate? Client, MqttSslProtocols Protocol);

namespace Mosquitto;

/// <summary>PEM files of a broker that speaks TLS only. With <paramref name="RequireClientCertificate"/> a client needs
/// a certificate signed by <paramref name="CaFile"/>.</summary>
public sealed record BrokerTls(string CaFile, string CertFile, string KeyFile, bool RequireClientCertificate = false);

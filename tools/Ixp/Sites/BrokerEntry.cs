namespace Ixp.Sites;

/// <param name="Host">Name or IPv4 address.</param>
/// <param name="CaFile">PEM file of the authorities that the broker's certificate has to come from; null for a connection without TLS.</param>
public sealed record BrokerEntry(string Host, int Port, int KeepAliveSeconds, string? CaFile = null);

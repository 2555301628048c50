namespace Ixp.Sites;

public sealed record BrokerEntry(string Host, int Port, int KeepAliveSeconds);

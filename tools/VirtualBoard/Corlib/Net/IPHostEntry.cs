namespace System.Net;

/// <summary>What the resolver knows of a name.</summary>
public class IPHostEntry
{
    public string HostName { get; internal set; } = string.Empty;

    public IPAddress[] AddressList { get; internal set; } = [];
}

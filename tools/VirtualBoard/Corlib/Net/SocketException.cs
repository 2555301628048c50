namespace System.Net.Sockets;

/// <summary>A network operation failed.</summary>
public class SocketException : Exception
{
    public SocketException(SocketError errorCode)
        : base("SocketException: " + (int)errorCode) => ErrorCode = (int)errorCode;

    /// <summary>10060 is a time-out, 10050 a link that is down.</summary>
    public int ErrorCode { get; }
}

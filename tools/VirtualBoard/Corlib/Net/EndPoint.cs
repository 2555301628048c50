namespace System.Net;

/// <summary>Where a socket is or shall be connected to.</summary>
public abstract class EndPoint
{
    protected EndPoint()
    {
    }

    public abstract SocketAddress Serialize();

    public abstract EndPoint Create(SocketAddress socketAddress);
}

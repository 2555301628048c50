using System.Net.Sockets;
using Appliance.Core.Probing;

namespace Appliance.App.Probing.Tcp;

/// <summary>What is expected of a TCP service: as it stands, that it is open.</summary>
public class TcpCheck
{
    /// <param name="isRefusalLife">
    /// A refused connection is an answer as well: a BGP speaker refuses whom it does not know, and a host that says no is there.
    /// </param>
    public TcpCheck(bool isRefusalLife)
    {
        IsRefusalLife = isRefusalLife;
    }

    public bool IsRefusalLife { get; }

    /// <summary>Speaks to the service. Blocks until it is clear what it is, or until the socket is closed from outside.</summary>
    /// <param name="buffer">For what comes in.</param>
    /// <returns>True if it is what was expected.</returns>
    public virtual bool Converse(Socket socket, byte[] buffer) => true;
}

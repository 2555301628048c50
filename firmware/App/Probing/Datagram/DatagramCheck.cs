using System.Net;

namespace Appliance.App.Probing.Datagram;

/// <summary>A target that is asked by datagrams. All members are called with the gate of the book held.</summary>
public abstract class DatagramCheck
{
    protected DatagramCheck(IPEndPoint peer)
    {
        Peer = peer;
    }

    /// <summary>Where it is asked, and where its answers come from.</summary>
    public IPEndPoint Peer { get; }

    /// <summary>Asks.</summary>
    /// <returns>False if that has to wait.</returns>
    public abstract bool TryStart(DatagramProbe probe, long nowMicros);

    /// <summary>Takes what came from the peer.</summary>
    /// <param name="datagram">As many bytes as <paramref name="length"/> says; to be used before the next one comes.</param>
    /// <returns>False if it answers nothing that was asked.</returns>
    public abstract bool Take(byte[] datagram, int length, long nowMicros);

    /// <summary>Ends what is out of time, and goes on with what else there is to ask.</summary>
    public abstract void Expire(DatagramProbe probe, long nowMicros);

    /// <summary>Forgets what is under way.</summary>
    public abstract void Abandon();
}

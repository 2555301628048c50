using VirtualBoard.Buses;

namespace VirtualRack.Wiring;

/// <summary>Several slaves on one pair of wires: each hears everything, and nothing keeps two from answering at once.</summary>
public sealed class SharedSerialLine : ISerialPeer
{
    private readonly List<ISerialPeer> _peers = [];

    public void Join(ISerialPeer peer) => _peers.Add(peer);

    public void Receive(SerialLine line, ReadOnlySpan<byte> data)
    {
        foreach (var peer in _peers)
            peer.Receive(line, data);
    }
}

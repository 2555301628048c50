using System.Net;

namespace VirtualBoard.Net;

/// <summary>Answers to the datagrams of one socket: each that was sent is owed one by its peer.</summary>
internal sealed class OwedDatagrams(OwedAnswers answers)
{
    private readonly List<(IPEndPoint Peer, OwedAnswer Owed)> _owed = [];

    /// <summary>A datagram is about to leave. Virtual time stands still until its answer was received, or patience ends.</summary>
    internal void Expect(IPEndPoint peer)
    {
        if (!answers.HoldsTime)
            return;

        lock (_owed)
        {
            _owed.RemoveAll(o => o.Owed.IsSettled);
            _owed.Add((peer, answers.Expect()));
        }
    }

    /// <summary>A datagram was received, and whoever waited for it is awake; or none will come from there.</summary>
    internal void Settle(IPEndPoint from)
    {
        lock (_owed)
        {
            // ICMP has no ports.
            int index = _owed.FindIndex(o => o.Peer.Address.Equals(from.Address) && (o.Peer.Port == from.Port || o.Peer.Port == 0) && !o.Owed.IsSettled);
            if (index < 0)
                return;
            _owed[index].Owed.Dispose();
            _owed.RemoveAt(index);
        }
    }
}

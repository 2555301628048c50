using System.Net;
using Appliance.Core.Dns;
using Appliance.Core.Probing;

namespace Appliance.App.Probing.Datagram;

/// <summary>A name server: it has to answer a query. That a name does not exist is an answer; that it does not serve us is none.</summary>
public sealed class DnsCheck : DatagramCheck
{
    private readonly ProbeBook _book;
    private readonly DnsQuery _query;
    private readonly int _index;
    private long _sentMicros;

    /// <param name="index">Place of the target in the book.</param>
    public DnsCheck(ProbeBook book, int index, IPEndPoint peer, DnsQuery query)
        : base(peer)
    {
        _book = book;
        _index = index;
        _query = query;
    }

    public override bool TryStart(DatagramProbe probe, long nowMicros)
    {
        if (_sentMicros > 0)
        {
            return false;
        }

        _query.Write(probe.NextId());
        SendResult result = probe.Send(_query.Bytes, 0, _query.Bytes.Length, Peer);
        if (result == SendResult.Sent)
        {
            _sentMicros = nowMicros;
        }
        else if (result == SendResult.NoRoute)
        {
            _book.Lost(_index, CheckOutcome.Unreachable);
        }

        return result != SendResult.Later;
    }

    public override bool Take(byte[] datagram, int length, long nowMicros)
    {
        if (_sentMicros == 0)
        {
            return false;
        }

        DnsOutcome outcome = DnsResponse.Read(_query, datagram, length);
        if (outcome == DnsOutcome.Foreign)
        {
            return false;
        }

        bool isLife = outcome == DnsOutcome.Answered || outcome == DnsOutcome.NoRecord
            || outcome == DnsOutcome.NoSuchName || outcome == DnsOutcome.Truncated;
        long micros = nowMicros - _sentMicros;
        _sentMicros = 0;
        _book.End(_index, isLife ? CheckOutcome.Answered : CheckOutcome.WrongAnswer, micros);
        return true;
    }

    public override void Expire(DatagramProbe probe, long nowMicros)
    {
        if (_sentMicros > 0 && nowMicros - _sentMicros > _book.Targets[_index].TimeoutMs * 1000L)
        {
            _sentMicros = 0;
            _book.Lost(_index, CheckOutcome.NoAnswer);
        }
    }

    public override void Abandon() => _sentMicros = 0;
}

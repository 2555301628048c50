using Appliance.Core.Contract;

namespace Appliance.Core.Uplink;

/// <summary>What is published at once: one live report as it is, or an array of backlog of one channel.</summary>
public sealed class Shipment
{
    private Report _report;
    private string _channel;
    private byte[] _payload;

    public bool IsEmpty => Count == 0;

    public bool IsBacklog => _channel != null;

    /// <summary>How many reports it holds.</summary>
    public int Count { get; private set; }

    public bool IsRetained => !IsBacklog && _report.IsRetained;

    public void Clear()
    {
        _report = null;
        _channel = null;
        _payload = null;
        Count = 0;
    }

    public string Topic(Topics topics) => IsBacklog ? topics.Backlog(_channel) : _report.Topic;

    /// <returns>The bytes to publish.</returns>
    public byte[] Payload() => _payload;

    /// <summary>Takes a live report.</summary>
    internal void Take(OutboxEntry entry)
    {
        _report = entry.Report;
        _payload = entry.Payload;
        Count = 1;
    }

    /// <summary>Takes an array of reports that have waited.</summary>
    internal void TakeBacklog(string channel, byte[] payload, int count)
    {
        _channel = channel;
        _payload = payload;
        Count = count;
    }
}

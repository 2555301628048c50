using System.Collections;
using System.Text;
using Appliance.Core.Contract;
using Appliance.Core.Json;

namespace Appliance.Core.Uplink;

/// <summary>What is published at once: one live report as it is, or an array of backlog of one channel.</summary>
public sealed class Shipment
{
    /// <summary>Longest backlog payload in bytes, as the contract has it.</summary>
    public const int BacklogLimit = 4096;

    private readonly ArrayList _payloads = new ArrayList();
    private Report _first;
    private int _length;

    public bool IsEmpty => _payloads.Count == 0;

    public bool IsBacklog { get; private set; }

    /// <summary>How many reports it holds.</summary>
    public int Count => _payloads.Count;

    public bool IsRetained => !IsBacklog && _first.IsRetained;

    public void Clear()
    {
        _payloads.Clear();
        _first = null;
        _length = 0;
    }

    public string Topic(Topics topics) => IsBacklog ? topics.Backlog(_first.Channel) : _first.Topic;

    /// <returns>The bytes to publish.</returns>
    public byte[] Payload()
    {
        if (!IsBacklog)
        {
            return (byte[])_payloads[0];
        }

        JsonWriter json = new JsonWriter(new byte[_length + 1]);
        json.BeginArray();
        for (int i = 0; i < _payloads.Count; i++)
        {
            json.Value((byte[])_payloads[i]);
        }

        json.EndArray();
        return json.ToArray();
    }

    /// <summary>Takes a live report.</summary>
    internal void Take(OutboxEntry entry)
    {
        IsBacklog = false;
        Add(entry, entry.Payload);
    }

    /// <summary>Takes a report of the backlog if it is of the same channel as the first and the array stays within its limit.</summary>
    internal void TakeBacklog(OutboxEntry entry)
    {
        IsBacklog = true;
        if (!IsEmpty && _first.Channel != entry.Report.Channel)
        {
            return;
        }

        byte[] payload = WithItem(entry);
        if (IsEmpty || _length + payload.Length + 2 <= BacklogLimit)
        {
            Add(entry, payload);
        }
    }

    /// <summary>The topic of a backlog names the channel only, so the payload of an item has to name the item.</summary>
    private static byte[] WithItem(OutboxEntry entry)
    {
        if (entry.Report.Item == null)
        {
            return entry.Payload;
        }

        byte[] item = Encoding.UTF8.GetBytes(",\"item\":\"" + entry.Report.Item + "\"}");
        int kept = entry.Payload.Length - 1;
        byte[] payload = new byte[kept + item.Length];
        System.Array.Copy(entry.Payload, payload, kept);
        System.Array.Copy(item, 0, payload, kept, item.Length);
        return payload;
    }

    private void Add(OutboxEntry entry, byte[] payload)
    {
        if (_first == null)
        {
            _first = entry.Report;
        }

        entry.IsUnderWay = true;
        _payloads.Add(payload);

        // One byte for the comma, or for the first bracket.
        _length += payload.Length + 1;
    }
}

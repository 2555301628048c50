using System;
using Appliance.Core.Contract;
using Appliance.Core.Json;

namespace Appliance.Core.Uplink;

/// <summary>
/// The one way of a report to the broker. Numbers each report, keeps it until the broker has acknowledged it, and counts what
/// it had to let go when the broker was away for longer than the memory lasts. Any thread may post; one thread sends.
/// </summary>
public sealed class Outbox
{
    /// <summary>Longest payload in bytes.</summary>
    public const int PayloadLimit = 1536;

    private readonly object _gate = new object();
    private readonly JsonWriter _json = new JsonWriter(new byte[PayloadLimit]);
    private readonly OutboxEntry[] _entries;
    private readonly int _session;
    private readonly int _byteLimit;
    private int _first;
    private int _bytes;
    private bool _isOnline;

    public Outbox(int session, int capacity, int byteLimit)
    {
        _session = session;
        _byteLimit = byteLimit;
        _entries = new OutboxEntry[capacity];
        for (int i = 0; i < capacity; i++)
        {
            _entries[i] = new OutboxEntry();
        }
    }

    public int Session => _session;

    /// <summary>Reports that wait, the one under way included.</summary>
    public int Count { get; private set; }

    /// <summary>Sequence number of the last report; 0 before the first.</summary>
    public int LastSequence { get; private set; }

    /// <summary>Reports that were numbered but dropped unsent, because memory was full.</summary>
    public int Lost { get; private set; }

    /// <summary>Reports too long for a payload. They got no number.</summary>
    public int Oversized { get; private set; }

    /// <summary>Encodes a report and keeps it.</summary>
    /// <returns>False if it was not kept: it is too long to be sent at all, or there is no room.</returns>
    public bool Post(Report report, Stamp stamp)
    {
        lock (_gate)
        {
            Encode(report, stamp);
            if (_json.Overflowed)
            {
                Oversized++;
                return false;
            }

            LastSequence++;
            byte[] payload = _json.ToArray();
            MakeRoom(payload.Length);
            if (Count == _entries.Length)
            {
                // All that is kept is under way.
                Lost++;
                return false;
            }

            OutboxEntry entry = At(Count++);
            entry.Report = report;
            entry.Payload = payload;
            entry.IsBacklog = !_isOnline;
            _bytes += payload.Length;
            return true;
        }
    }

    /// <summary>The broker is there: what is posted from now on is live; what waits is backlog.</summary>
    public void GoOnline()
    {
        lock (_gate)
        {
            _isOnline = true;
            MarkBacklog();
        }
    }

    /// <summary>The broker is gone: all that waits becomes backlog, since newer values will overtake it.</summary>
    public void GoOffline()
    {
        lock (_gate)
        {
            _isOnline = false;
            MarkBacklog();
        }
    }

    /// <summary>
    /// Puts the next live report on its way, or if there is none, as much backlog of one channel as fits. One shipment is
    /// under way at a time: one that was not acknowledged before is given up and waits again.
    /// </summary>
    /// <returns>False if nothing waits.</returns>
    public bool Next(Shipment shipment)
    {
        lock (_gate)
        {
            shipment.Clear();
            if (Count == 0)
            {
                return false;
            }

            for (int i = 0; i < Count; i++)
            {
                At(i).IsUnderWay = false;
            }

            for (int i = 0; i < Count; i++)
            {
                if (!At(i).IsBacklog)
                {
                    shipment.Take(At(i));
                    return true;
                }
            }

            for (int i = 0; i < Count; i++)
            {
                shipment.TakeBacklog(At(i));
            }

            return true;
        }
    }

    /// <summary>The broker has acknowledged a shipment: its reports are done.</summary>
    public void Acknowledge(Shipment shipment)
    {
        lock (_gate)
        {
            for (int i = Count - 1; i >= 0; i--)
            {
                if (At(i).IsUnderWay)
                {
                    Remove(i);
                }
            }

            shipment.Clear();
        }
    }

    private void Encode(Report report, Stamp stamp)
    {
        _json.Reset();
        _json.BeginObject();
        stamp.Write(_json);
        _json.Key("session");
        _json.Number(_session);
        _json.Key("seq");
        _json.Number(LastSequence + 1);
        report.WriteFields(_json);
        _json.EndObject();
    }

    private void MarkBacklog()
    {
        for (int i = 0; i < Count; i++)
        {
            At(i).IsBacklog = true;
            At(i).IsUnderWay = false;
        }
    }

    /// <summary>Lets go of the oldest until the new one fits. What is under way stays: it may be delivered already.</summary>
    private void MakeRoom(int length)
    {
        int index = 0;
        while (index < Count && (Count == _entries.Length || _bytes + length > _byteLimit))
        {
            if (At(index).IsUnderWay)
            {
                index++;
                continue;
            }

            Remove(index);
            Lost++;
        }
    }

    private OutboxEntry At(int index) => _entries[(_first + index) % _entries.Length];

    /// <summary>Takes one entry out and closes the gap from the front.</summary>
    private void Remove(int index)
    {
        OutboxEntry removed = At(index);
        _bytes -= removed.Payload.Length;
        removed.Payload = null;
        removed.Report = null;
        removed.IsUnderWay = false;
        for (int i = index; i > 0; i--)
        {
            _entries[(_first + i) % _entries.Length] = At(i - 1);
        }

        _entries[_first] = removed;
        _first = (_first + 1) % _entries.Length;
        Count--;
    }
}

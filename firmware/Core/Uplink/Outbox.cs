using Appliance.Core.Contract;
using Appliance.Core.Journal;
using Appliance.Core.Json;

namespace Appliance.Core.Uplink;

/// <summary>
/// The one way of a report to the broker. Numbers each report and keeps it until the broker has acknowledged it: in memory while
/// the broker is there, in the journal while it is not. Any thread may post; one thread sends.
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
    private Backlog _backlog;
    private int _first;
    private int _count;
    private int _bytes;
    private int _lost;
    private bool _isOnline;
    private bool _hasSpilled;
    private bool _isClosed;

    /// <param name="capacity">Live reports that wait at the most; more go to the journal.</param>
    /// <param name="byteLimit">Bytes of their payloads at the most.</param>
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
    public int Count => _count + (_backlog == null ? 0 : _backlog.Count);

    /// <summary>Live reports that wait, the one under way included: of how many there is room for.</summary>
    public int Live => _count;

    /// <summary>What became of those that had to wait; null while there is no journal.</summary>
    public JournalCounters Journal => _backlog == null ? null : _backlog.Counters;

    /// <summary>Sequence number of the last report; 0 before the first.</summary>
    public int LastSequence { get; private set; }

    /// <summary>Reports that were numbered and will never go out: there was no room, no journal, or the flash is damaged.</summary>
    public int Lost => _lost + (_backlog == null ? 0 : _backlog.Counters.Lost);

    /// <summary>Reports too long for a payload. They got no number.</summary>
    public int Oversized { get; private set; }

    /// <summary>Gives it the journal, before the first report. Without one, what cannot go out at once is lost.</summary>
    public void Attach(Backlog backlog) => _backlog = backlog;

    /// <summary>Sees to the journal, a little at a time: to be called again and again.</summary>
    /// <returns>True if there is more to do soon.</returns>
    public bool Tend(long now) => _backlog != null && _backlog.Tend(now);

    /// <summary>Keeps a report.</summary>
    /// <returns>False if it was not kept: it is too long to be sent at all, there is no room, or the device is about to restart.</returns>
    public bool Post(Report report, Stamp stamp)
    {
        lock (_gate)
        {
            if (_isClosed)
            {
                return false;
            }

            if (!_isOnline)
            {
                LastSequence++;
                return _backlog == null ? Lose() : _backlog.Keep(report, stamp, LastSequence);
            }

            int fields = Encode(report, stamp);
            if (_json.Overflowed)
            {
                Oversized++;
                return false;
            }

            LastSequence++;
            byte[] payload = _json.ToArray();
            MakeRoom(payload.Length);
            if (_count == _entries.Length)
            {
                // All that is kept is under way.
                _hasSpilled = true;
                return _backlog == null ? Lose() : _backlog.Keep(report, stamp, LastSequence, payload, fields);
            }

            OutboxEntry entry = At(_count++);
            entry.Report = report;
            entry.Payload = payload;
            entry.Fields = fields;
            entry.Stamp = stamp;
            entry.Sequence = LastSequence;
            _bytes += payload.Length;
            return true;
        }
    }

    /// <summary>The broker is there: what is posted from now on is live; what waits is backlog.</summary>
    public void GoOnline()
    {
        lock (_gate)
        {
            Flush();
            _isOnline = true;
        }
    }

    /// <summary>The broker is gone: all that waits goes to the journal, since newer values will overtake it.</summary>
    public void GoOffline()
    {
        lock (_gate)
        {
            _isOnline = false;
            MoveAll();
            if (_backlog != null)
            {
                _backlog.GiveUp();
            }
        }
    }

    /// <summary>Puts all that waits in memory on flash, and numbers nothing more: before a restart on purpose.</summary>
    public void PutAway()
    {
        lock (_gate)
        {
            _isClosed = true;
            MoveAll();
            Flush();
        }
    }

    /// <summary>The restart has not been.</summary>
    public void Reopen() => _isClosed = false;

    /// <summary>
    /// Puts the next live report on its way, or if there is none, as much backlog of one channel as fits. One shipment is under way
    /// at a time: a live one that was not acknowledged before is sent again.
    /// </summary>
    /// <returns>False if nothing waits.</returns>
    public bool Next(Shipment shipment)
    {
        lock (_gate)
        {
            shipment.Clear();
            if (_count > 0)
            {
                if (_hasSpilled)
                {
                    // A power cut must not take what is older than what the broker has.
                    Flush();
                }

                At(0).IsUnderWay = true;
                shipment.Take(At(0));
                return true;
            }
        }

        return _backlog != null && _backlog.Next(shipment);
    }

    /// <summary>The broker has acknowledged a shipment: its reports are done.</summary>
    public void Acknowledge(Shipment shipment)
    {
        if (shipment.IsBacklog)
        {
            _backlog.Acknowledge();
        }
        else
        {
            lock (_gate)
            {
                if (_count > 0 && At(0).IsUnderWay)
                {
                    Remove(0);
                }
            }
        }

        shipment.Clear();
    }

    /// <returns>Where the report's own fields begin.</returns>
    private int Encode(Report report, Stamp stamp)
    {
        _json.Reset();
        _json.BeginObject();
        stamp.Write(_json);
        _json.Key("session");
        _json.Number(_session);
        _json.Key("seq");
        _json.Number(LastSequence + 1);

        // Behind the comma that comes first.
        int fields = _json.Length + 1;
        report.WriteFields(_json);
        _json.EndObject();
        return fields;
    }

    /// <summary>Moves the oldest to the journal until the new one fits. What is under way stays: it may be delivered already.</summary>
    private void MakeRoom(int length)
    {
        int index = 0;
        while (index < _count && (_count == _entries.Length || _bytes + length > _byteLimit))
        {
            if (At(index).IsUnderWay)
            {
                index++;
            }
            else
            {
                Move(index);
            }
        }
    }

    private void Flush()
    {
        _hasSpilled = false;
        if (_backlog != null)
        {
            _backlog.Flush();
        }
    }

    private void MoveAll()
    {
        while (_count > 0)
        {
            Move(0);
        }
    }

    private void Move(int index)
    {
        _hasSpilled = true;
        OutboxEntry entry = At(index);
        if (_backlog == null)
        {
            Lose();
        }
        else
        {
            _backlog.Keep(entry.Report, entry.Stamp, entry.Sequence, entry.Payload, entry.Fields);
        }

        Remove(index);
    }

    private bool Lose()
    {
        _lost++;
        return false;
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
        _count--;
    }
}

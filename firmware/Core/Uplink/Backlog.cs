using System.Collections;
using Appliance.Core.Contract;
using Appliance.Core.Journal;
using Appliance.Core.Json;

namespace Appliance.Core.Uplink;

/// <summary>
/// What waits on flash for the broker. While the broker is away reports are kept here; when it is back they go out oldest first, in
/// arrays of one channel each. Once in a while all arrays are sent as far as they are filled, and what they held is done with; a loss
/// of the broker before that sends them again.
/// </summary>
public sealed class Backlog
{
    /// <summary>Reports after which what has arrived is done with: a loss of the broker repeats no more.</summary>
    private const int Window = 400;

    private const int FlushMs = 10 * 60_000;

    private readonly object _gate = new object();
    private readonly ReportJournal _journal;
    private readonly JournalRecord _record = new JournalRecord();
    private readonly ArrayList _arrays = new ArrayList();
    private readonly JsonWriter _json = new JsonWriter(new byte[Outbox.PayloadLimit + TopicLevel.MaximumLength + 16]);
    private readonly long[] _values = new long[ReportLayout.MostFields];
    private readonly bool[] _presence = new bool[ReportLayout.MostFields];
    private readonly ReportLayout _layout;
    private BacklogArray _underWay;
    private bool _isHeld;
    private bool _isClosing;
    private int _given;
    private bool _isClockKnown;
    private long _flushDue = FlushMs;

    /// <param name="layout">That of the journal, with a channel without numbers for each that has none.</param>
    public Backlog(ReportJournal journal, ReportLayout layout)
    {
        _journal = journal;
        _layout = layout;
    }

    public JournalCounters Counters => _journal.Counters;

    /// <summary>Reports that wait.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _journal.Count;
            }
        }
    }

    /// <summary>Takes up what earlier sessions left.</summary>
    public void Recover()
    {
        lock (_gate)
        {
            _journal.Recover();
        }
    }

    /// <summary>Keeps a report, by its numbers if it has any.</summary>
    /// <returns>False if it is lost; the journal counts it.</returns>
    public bool Keep(Report report, Stamp stamp, int sequence)
    {
        lock (_gate)
        {
            LearnClock(stamp);
            if (HasNumbers(report))
            {
                report.Read(_values, _presence);
                return _journal.Add(report.Id, TimeOf(stamp), stamp.Unix > 0, sequence, _values, _presence);
            }

            _json.Reset();
            report.WriteFields(_json);
            return KeepRaw(report, stamp, sequence);
        }
    }

    /// <summary>Keeps a report that was encoded already, and whose numbers may be others now.</summary>
    /// <param name="fields">Where the fields of the report itself begin in its payload.</param>
    /// <returns>False if it is lost; the journal counts it.</returns>
    public bool Keep(Report report, Stamp stamp, int sequence, byte[] payload, int fields)
    {
        lock (_gate)
        {
            LearnClock(stamp);
            _json.Reset();
            _json.Members(payload, fields, payload.Length - 1 - fields);
            return KeepRaw(report, stamp, sequence);
        }
    }

    /// <summary>
    /// Writes what waits in memory. Before anything goes out live: a power cut must not take what is older than what the broker has.
    /// </summary>
    public void Flush()
    {
        lock (_gate)
        {
            _journal.Flush();
        }
    }

    /// <summary>Sees to the flash, a little at a time: to be called again and again while nothing drains.</summary>
    /// <returns>True if there is more to do soon.</returns>
    public bool Tend(long now)
    {
        lock (_gate)
        {
            if (now >= _flushDue)
            {
                _flushDue = now + FlushMs;
                _journal.Flush();
            }

            return _journal.Thin();
        }
    }

    /// <summary>Puts the next array on its way.</summary>
    /// <returns>False if nothing waits.</returns>
    internal bool Next(Shipment shipment)
    {
        lock (_gate)
        {
            BacklogArray full = _isClosing ? null : Fill();
            if (full == null)
            {
                _isClosing = true;
                full = FirstFilled();
            }

            if (full == null)
            {
                return Close();
            }

            _underWay = full;
            shipment.TakeBacklog(full.Channel, full.ToArray(), full.Count);
            return true;
        }
    }

    /// <summary>The array that was under way has arrived.</summary>
    internal void Acknowledge()
    {
        lock (_gate)
        {
            _underWay.Clear();
            if (_isClosing && FirstFilled() == null)
            {
                Close();
            }
        }
    }

    /// <summary>The broker is gone: what was not done with is given again.</summary>
    internal void GiveUp()
    {
        lock (_gate)
        {
            // Memory for arrays is needed only while something drains.
            _arrays.Clear();
            _isHeld = false;
            _isClosing = false;
            _given = 0;
            _journal.Rewind();
        }
    }

    private static long TimeOf(Stamp stamp) => stamp.Unix > 0 ? stamp.Unix : stamp.Uptime / 1000;

    private void LearnClock(Stamp stamp)
    {
        if (!_isClockKnown && stamp.Unix > 0)
        {
            _isClockKnown = true;
            _journal.SetStart(stamp.Unix - (stamp.Uptime / 1000));
        }
    }

    private bool HasNumbers(Report report) => report.Id >= 0 && _layout[report.Id].Keys.Length > 0;

    /// <returns>The channel of a report, or of all reports of its kind.</returns>
    private int ChannelOf(Report report)
    {
        for (int i = 0; report.Id < 0 && i < _layout.Count; i++)
        {
            if (_layout[i].Channel == report.Channel && _layout[i].Item == null)
            {
                return i;
            }
        }

        return report.Id;
    }

    /// <summary>The fields are in the writer; the topic of a backlog does not name an item, so the fields have to.</summary>
    private bool KeepRaw(Report report, Stamp stamp, int sequence)
    {
        if (report.Item != null && report.Id < 0)
        {
            _json.Key("item");
            _json.String(report.Item);
        }

        byte[] raw = _json.ToArray();
        return _journal.AddRaw(ChannelOf(report), TimeOf(stamp), stamp.Unix > 0, sequence, raw, raw.Length);
    }

    /// <returns>An array that is full; null if nothing more waits, or enough has been given.</returns>
    private BacklogArray Fill()
    {
        while (_given < Window)
        {
            if (!_isHeld && !_journal.Next(_record))
            {
                return null;
            }

            _isHeld = true;
            Render();
            if (_json.Overflowed)
            {
                // Longer than a live one may be: it would have got no number.
                _isHeld = false;
                _given++;
                continue;
            }

            BacklogArray array = ArrayOf(_record.Layout[_record.Channel].Channel);
            if (!array.TryAdd(_json))
            {
                return array;
            }

            _isHeld = false;
            _given++;
        }

        return null;
    }

    private void Render()
    {
        ReportChannel channel = _record.Layout[_record.Channel];
        _json.Reset();
        _json.BeginObject();
        _json.Key(_record.IsUnix ? "ts" : "up_s");
        _json.Number(_record.Time);
        _json.Key("session");
        _json.Number(_record.Session);
        _json.Key("seq");
        _json.Number(_record.Sequence);
        if (_record.IsRaw)
        {
            _json.Members(_record.Raw, 0, _record.RawLength);
        }
        else
        {
            for (int i = 0; i < channel.Keys.Length; i++)
            {
                if (_record.Presence[i])
                {
                    _json.Key(channel.Keys[i]);
                    _json.Fixed(_record.Values[i], channel.Decimals[i]);
                }
            }
        }

        if (channel.Item != null)
        {
            _json.Key("item");
            _json.String(channel.Item);
        }

        _json.EndObject();
    }

    private BacklogArray ArrayOf(string channel)
    {
        for (int i = 0; i < _arrays.Count; i++)
        {
            BacklogArray array = (BacklogArray)_arrays[i];
            if (array.Channel == channel)
            {
                return array;
            }
        }

        BacklogArray added = new BacklogArray(channel);
        _arrays.Add(added);
        return added;
    }

    private BacklogArray FirstFilled()
    {
        for (int i = 0; i < _arrays.Count; i++)
        {
            if (((BacklogArray)_arrays[i]).Count > 0)
            {
                return (BacklogArray)_arrays[i];
            }
        }

        return null;
    }

    /// <summary>All that was given has arrived.</summary>
    /// <returns>False: nothing is under way.</returns>
    private bool Close()
    {
        if (_given > 0 || _journal.Count > 0)
        {
            // Even if nothing was given: what was passed over as damaged is done with as well.
            _journal.Commit();
        }

        _isClosing = false;
        _given = 0;
        if (_journal.Count == 0)
        {
            _arrays.Clear();
        }

        return false;
    }
}

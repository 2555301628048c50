using System.Collections;
using Appliance.Core.Uplink;

namespace Appliance.Tests.Uplink;

/// <summary>The outbox as one would write it on paper: a list of texts, and no thought of memory.</summary>
internal sealed class OutboxModel
{
    private readonly ArrayList _waiting = new ArrayList();
    private readonly int _capacity;
    private readonly int _byteLimit;
    private bool _isOnline;

    public OutboxModel(int capacity, int byteLimit)
    {
        _capacity = capacity;
        _byteLimit = byteLimit;
    }

    public int Count => _waiting.Count;

    public int LastSequence { get; private set; }

    public int Lost { get; private set; }

    public int Oversized { get; private set; }

    /// <summary>Reports that the broker has.</summary>
    public int Delivered { get; private set; }

    public bool Post(PaddedReport report, int session)
    {
        string text = report.Text(session, LastSequence + 1);
        if (text.Length > Outbox.PayloadLimit)
        {
            Oversized++;
            return false;
        }

        LastSequence++;
        while (IsTooMuch(text.Length) && OldestAtRest() >= 0)
        {
            _waiting.RemoveAt(OldestAtRest());
            Lost++;
        }

        if (Count == _capacity)
        {
            Lost++;
            return false;
        }

        _waiting.Add(new OutboxModelEntry { Text = text, Report = report, IsBacklog = !_isOnline });
        return true;
    }

    /// <summary>The broker comes or goes: all that waits is backlog, and nothing is under way.</summary>
    public void Go(bool online)
    {
        _isOnline = online;
        foreach (OutboxModelEntry entry in _waiting)
        {
            entry.IsBacklog = true;
            entry.IsUnderWay = false;
        }
    }

    /// <returns>Topic and payload of what goes next, or null.</returns>
    public string Next()
    {
        foreach (OutboxModelEntry entry in _waiting)
        {
            entry.IsUnderWay = false;
        }

        foreach (OutboxModelEntry entry in _waiting)
        {
            if (!entry.IsBacklog)
            {
                entry.IsUnderWay = true;
                return entry.Report.Topic + " " + entry.Text;
            }
        }

        return Backlog();
    }

    public void Acknowledge()
    {
        for (int i = Count - 1; i >= 0; i--)
        {
            if (((OutboxModelEntry)_waiting[i]).IsUnderWay)
            {
                _waiting.RemoveAt(i);
                Delivered++;
            }
        }
    }

    private string Backlog()
    {
        string channel = null;
        string array = "[";
        foreach (OutboxModelEntry entry in _waiting)
        {
            string text = entry.Report.Item == null
                ? entry.Text
                : entry.Text.TrimEnd('}') + ",\"item\":\"" + entry.Report.Item + "\"}";
            string longer = array + (array == "[" ? "" : ",") + text;
            if ((channel == null || channel == entry.Report.Channel) && longer.Length + 1 <= Shipment.BacklogLimit)
            {
                channel = entry.Report.Channel;
                array = longer;
                entry.IsUnderWay = true;
            }
        }

        return channel == null ? null : "ixp/v1/s/d/backlog/" + channel + " " + array + "]";
    }

    private bool IsTooMuch(int length)
    {
        int bytes = length;
        foreach (OutboxModelEntry entry in _waiting)
        {
            bytes += entry.Text.Length;
        }

        return Count == _capacity || bytes > _byteLimit;
    }

    private int OldestAtRest()
    {
        for (int i = 0; i < Count; i++)
        {
            if (!((OutboxModelEntry)_waiting[i]).IsUnderWay)
            {
                return i;
            }
        }

        return -1;
    }
}

using Appliance.Core.Metrics;
using Appliance.Core.Snmp;
using Appliance.Core.Traffic;

namespace Appliance.App.Probing.Snmp;

/// <summary>
/// What an agent is asked for from time to time: as many items a request as fit, one request after the other, until all have been
/// asked for. With each request goes sysUpTime.
/// </summary>
public sealed class SnmpPoll
{
    /// <summary>A lost datagram is no reason to go without a value for a whole period.</summary>
    private const int Tries = 2;

    /// <summary>In the request, behind sysUpTime.</summary>
    private const int FirstObject = 1;

    private SnmpItem[] _items = new SnmpItem[0];
    private int _first;
    private int _behind;
    private int _most = SnmpDesk.Capacity;
    private int _tries;
    private long _due;

    /// <param name="periodMs">Milliseconds from one poll to the next.</param>
    public SnmpPoll(int periodMs)
    {
        PeriodMs = periodMs;
    }

    public int PeriodMs { get; }

    public void Add(SnmpItem item)
    {
        SnmpItem[] items = new SnmpItem[_items.Length + 1];
        for (int i = 0; i < _items.Length; i++)
        {
            items[i] = _items[i];
        }

        items[_items.Length] = item;
        _items = items;
        _first = items.Length;
    }

    /// <returns>True if there is something to ask for now.</returns>
    public bool IsDue(long now)
    {
        if (_first == _items.Length && now >= _due)
        {
            _due = _due + PeriodMs > now ? _due + PeriodMs : now + PeriodMs;
            _first = 0;
        }

        while (_first < _items.Length && !_items[_first].IsAskable)
        {
            _first++;
        }

        return _first < _items.Length;
    }

    /// <summary>Asks for the next items; for the same ones again until they were taken or given up.</summary>
    public void Ask(SnmpRequest request)
    {
        int asked = 0;
        for (_behind = _first; _behind < _items.Length && asked < _most; _behind++)
        {
            SnmpItem item = _items[_behind];
            if (item.IsAskable && !item.Ask(request))
            {
                return;
            }

            asked++;
        }
    }

    /// <summary>Takes the values of those that were asked for last.</summary>
    /// <param name="book">Is told of ports that went up or down.</param>
    public void Take(SnmpResponse response, uint upTimeTicks, long now, ProbeBook book)
    {
        int first = FirstObject;
        _tries = 0;
        for (; _first < _behind; _first++)
        {
            SnmpItem item = _items[_first];
            if (!item.IsAskable)
            {
                continue;
            }

            // A port that is found to be another forgets its number, and with it what was asked.
            int objects = item.Objects;
            if (item.Take(response, first, upTimeTicks, now))
            {
                book.Changed((SwitchPort)item);
            }

            first += objects;
        }

        if (_behind < _items.Length && first == FirstObject)
        {
            // It fits into no request, and would be asked for for ever.
            MissOne(now);
        }
    }

    /// <summary>The agent cannot put that much into a response: asks for half as much from now on.</summary>
    public void TakeLess(long now)
    {
        int asked = _behind - _first;
        if (asked > 1)
        {
            _most = asked / 2;
        }
        else
        {
            MissOne(now);
        }
    }

    /// <summary>The agent answers its checks, but not this.</summary>
    public void Miss(long now)
    {
        if (++_tries < Tries)
        {
            return;
        }

        do
        {
            MissOne(now);
        }
        while (_first < _behind);
    }

    /// <summary>Stops until the next poll.</summary>
    public void Stop()
    {
        _first = _items.Length;
        _tries = 0;
    }

    /// <summary>Nothing comes from the agent at all.</summary>
    public void MissAll(long now)
    {
        Stop();
        for (int i = 0; i < _items.Length; i++)
        {
            _items[i].Miss(Quality.SourceMissing, now);
        }
    }

    private void MissOne(long now)
    {
        _tries = 0;
        _items[_first].Miss(Quality.Timeout, now);
        _first++;
    }
}

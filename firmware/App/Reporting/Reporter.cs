using Appliance.App.Timing;
using Appliance.Core.Contract;
using Appliance.Core.Journal;
using Appliance.Core.Metrics;
using Appliance.Core.Scheduling;
using Appliance.Core.Uplink;

namespace Appliance.App.Reporting;

/// <summary>Posts the group messages, each in its own turn of the period, so that they do not come in a burst.</summary>
public sealed class Reporter
{
    /// <summary>After a start, the sensors get time for their first reading.</summary>
    private const int FirstMs = 3000;

    private readonly GroupReport[] _reports = new GroupReport[GroupName.Count];
    private readonly long[] _due = new long[GroupName.Count];
    private readonly Outbox _outbox;
    private readonly int _periodMs;
    private IWaker _uplink;

    /// <param name="periodMs">Milliseconds between two messages of a group.</param>
    public Reporter(Topics topics, MetricBook metrics, Outbox outbox, int periodMs)
    {
        _outbox = outbox;
        _periodMs = periodMs;
        for (int i = 0; i < GroupName.Count; i++)
        {
            Metric[] members = metrics.Of((Group)i);
            if (members.Length > 0)
            {
                _reports[i] = new GroupReport(topics, (Group)i, members);
            }

            _due[i] = FirstMs + (i * 100);
        }
    }

    /// <summary>Uptime at which the next message is due.</summary>
    public long Due
    {
        get
        {
            long due = long.MaxValue;
            for (int i = 0; i < _due.Length; i++)
            {
                if (_reports[i] != null && _due[i] < due)
                {
                    due = _due[i];
                }
            }

            return due;
        }
    }

    /// <summary>Gives the groups their places in the journal's layout.</summary>
    public void Register(ReportLayout layout)
    {
        for (int i = 0; i < GroupName.Count; i++)
        {
            if (_reports[i] != null)
            {
                _reports[i].Register(layout);
            }
        }
    }

    /// <summary>Tells it whom to wake when there is something to send.</summary>
    public void Attach(IWaker uplink) => _uplink = uplink;

    /// <summary>The group has news that must not wait for its turn.</summary>
    public void Hurry(Group group) => _due[(int)group] = 0;

    /// <summary>Posts what is due.</summary>
    public void Step(long now)
    {
        bool hasPosted = false;
        for (int i = 0; i < _due.Length; i++)
        {
            if (_reports[i] != null && _due[i] <= now)
            {
                _outbox.Post(_reports[i], TimeOfDay.Now());
                _due[i] = now + _periodMs;
                hasPosted = true;
            }
        }

        if (hasPosted && _uplink != null)
        {
            _uplink.Wake();
        }
    }
}

using System.Collections;
using Appliance.App.Storage;
using Appliance.App.Timing;
using Appliance.App.Uplink;
using Appliance.Core.Alarms;
using Appliance.Core.Conditions;
using Appliance.Core.Contract;
using Appliance.Core.Uplink;

namespace Appliance.App.Alarms;

/// <summary>
/// Tells alarms, and that they are over; many at once a few at a time, so that none is pushed into the backlog, and with an event that
/// says how many. What was told in a session is told again on each new connection: what changed while the broker was away went to the
/// backlog, and the retained message has to be true as well.
/// </summary>
public sealed class AlarmDesk : IAcknowledger
{
    private const int PeriodMs = 1000;
    private const int TidyMs = 3_600_000;

    /// <summary>While more of them wait for the broker than there is room for.</summary>
    private const int PaceMs = 200;

    /// <summary>So many reports may wait for the broker when another alarm is told: those of groups and probes need room as well.</summary>
    private const int Room = 8;

    private const int RoomForCritical = 12;

    /// <summary>Changes are counted for so long from the first: many of them are a storm.</summary>
    private const int StormMs = 10_000;

    private readonly SensorWatch[] _sensors;
    private readonly AlarmSource[] _sources;
    private readonly AlarmQueue _queue;
    private readonly OwnAlarms _own;
    private readonly Topics _topics;
    private readonly Outbox _outbox;
    private readonly BrokerUplink _uplink;
    private readonly StandingAlarms _standing;
    private readonly ConditionBook _conditions;
    private int _connects;
    private int _changes;
    private long _countedAt;
    private long _tidyAt = TidyMs;

    /// <param name="others">All sources but the sensors and the appliance's own.</param>
    /// <param name="own">The appliance's own; or null.</param>
    /// <param name="standing">What earlier sessions told: it is taken back as soon as the source is seen to be well.</param>
    public AlarmDesk(
        SensorWatch[] sensors,
        ArrayList others,
        OwnAlarms own,
        Topics topics,
        Outbox outbox,
        BrokerUplink uplink,
        StandingAlarms standing,
        ConditionBook conditions)
    {
        ArrayList all = new ArrayList();
        Add(all, sensors);
        for (int i = 0; i < others.Count; i++)
        {
            all.Add(others[i]);
        }

        if (own != null)
        {
            Add(all, own.All);
        }

        _sensors = sensors;
        _sources = (AlarmSource[])all.ToArray(typeof(AlarmSource));
        _queue = new AlarmQueue(_sources);
        _own = own;
        _topics = topics;
        _outbox = outbox;
        _uplink = uplink;
        _standing = standing;
        _conditions = conditions;
        LatchAgain();
    }

    /// <summary>Not all that is watched is there, in a start that is not full: what earlier sessions told of the rest stands.</summary>
    public bool IsPartial { get; set; }

    /// <summary>Uptime in milliseconds of the next step. One in between is for what must not wait.</summary>
    public long Due { get; private set; }

    /// <summary>To be called when it is due, after sensors have stepped, and when a target has news.</summary>
    public void Step(long now)
    {
        bool isNewConnection = _uplink.Connects != _connects;
        _connects = _uplink.Connects;
        bool hasPosted = isNewConnection && !IsPartial && TakeBackOthers();
        if (_own != null)
        {
            _own.Look(now);
        }

        for (int i = 0; i < _sources.Length; i++)
        {
            AlarmSource source = _sources[i];
            if (source.Step(now))
            {
                Note(i, now);
            }
            else if ((isNewConnection && _queue.IsTold(i)) || IsToBeTakenBack(i))
            {
                _queue.Renew(i);
            }
        }

        // Before any of it can reach the broker, so that no power cut makes a retained message outlive the memory of it. All in
        // one writing, since each stops every thread for a while.
        _standing.Save();
        if (TellAll(now) || hasPosted)
        {
            _uplink.Wake();
        }

        AlarmConditions.Tell(_sources, _sensors, _conditions);
        Tidy(now);
        Due = now + (_queue.Next(now) < 0 ? PeriodMs : PaceMs);
    }

    public bool Acknowledge(string name, long now)
    {
        for (int i = 0; i < _sources.Length; i++)
        {
            if (_sources[i].Name == name && _sources[i].Acknowledge(now))
            {
                Note(i, now);
                Due = now;
                return true;
            }
        }

        return false;
    }

    private static void Add(ArrayList all, AlarmSource[] sources)
    {
        for (int i = 0; i < sources.Length; i++)
        {
            all.Add(sources[i]);
        }
    }

    private void Note(int index, long now)
    {
        AlarmSource source = _sources[index];
        if (_queue.Note(index, now))
        {
            Stamp stamp = TimeOfDay.Now();
            _outbox.Post(new EventReport(_topics, "alarm-flapping", source.Name), stamp);
        }

        _countedAt = _changes == 0 ? now + StormMs : _countedAt;
        _changes++;
        LimitWatch limit = source as LimitWatch;
        bool isLatching = limit != null && limit.MayLatch;
        if (source.IsRaised)
        {
            _standing.Add(source.Name, isLatching);
        }
        else if (isLatching)
        {
            _standing.Unlatch(source.Name);
        }
    }

    /// <summary>Tells what there is room for. While the broker is away the journal takes all.</summary>
    private bool TellAll(long now)
    {
        bool hasPosted = TellStorm(now);
        for (int i = _queue.Next(now); i >= 0 && HasRoom(_sources[i]); i = _queue.Next(now))
        {
            Stamp stamp = TimeOfDay.Now();
            if (!_outbox.Post(_sources[i].Report(_topics, stamp), stamp))
            {
                return hasPosted;
            }

            _queue.MarkTold(i);
            hasPosted = true;
        }

        return hasPosted;
    }

    private bool HasRoom(AlarmSource source) =>
        _outbox.Live < (source.Severity == Severity.Critical ? RoomForCritical : Room);

    private bool TellStorm(long now)
    {
        if (now < _countedAt || _changes == 0)
        {
            return false;
        }

        EventReport report = new EventReport(_topics, "alarm-storm", null);
        report.Count = _changes;
        _changes = 0;
        return report.Count > AlarmQueue.Storm && _outbox.Post(report, TimeOfDay.Now());
    }

    /// <summary>What nobody has acknowledged stays, over a restart as well.</summary>
    private void LatchAgain()
    {
        for (int i = 0; i < _sources.Length; i++)
        {
            LimitWatch limit = _sources[i] as LimitWatch;
            if (limit != null && limit.MayLatch && _standing.IsLatched(limit.Name))
            {
                limit.Latch();
                _queue.Renew(i);
            }
        }
    }

    private bool IsToBeTakenBack(int index) =>
        !_queue.IsTold(index) && !_queue.IsDue(index) && _standing.Count > 0
        && _sources[index].IsSeenWell() && _standing.Contains(_sources[index].Name);

    /// <summary>What the configuration no longer names cannot be ill any more.</summary>
    private bool TakeBackOthers()
    {
        bool hasPosted = false;
        for (int i = 0; i < _standing.Count; i++)
        {
            if (!IsWatched(_standing[i]))
            {
                Stamp now = TimeOfDay.Now();
                _outbox.Post(AlarmReport.Ok(_topics, _standing[i], now, null), now);
                hasPosted = true;
            }
        }

        return hasPosted;
    }

    private bool IsWatched(string name)
    {
        for (int i = 0; i < _sources.Length; i++)
        {
            if (_sources[i].Name == name)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Forgets what was taken back once the broker has all of it. Rarely, because a sensor with a loose contact would wear out
    /// the flash; a name too many costs one message after the next start.
    /// </summary>
    private void Tidy(long now)
    {
        if (now < _tidyAt || IsPartial || !_conditions.IsOnline || _outbox.Count > 0)
        {
            return;
        }

        _tidyAt = now + TidyMs;
        ArrayList keep = new ArrayList();
        for (int i = 0; i < _sources.Length; i++)
        {
            bool isUnsettled = _sources[i].IsRaised || _queue.IsDue(i) || !_queue.IsTold(i);
            if (isUnsettled && _standing.Contains(_sources[i].Name))
            {
                keep.Add(_sources[i].Name);
            }
        }

        _standing.Keep(keep);
    }
}

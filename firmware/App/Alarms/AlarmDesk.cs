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
/// Tells alarms, and that they are over. What was told in a session is told again on each new connection: what changed while the
/// broker was away went to the backlog, and the retained message has to be true as well.
/// </summary>
public sealed class AlarmDesk : IAcknowledger
{
    private const int TidyMs = 3_600_000;

    private readonly SensorWatch[] _sensors;
    private readonly AlarmSource[] _sources;
    private readonly bool[] _isDue;
    private readonly bool[] _isTold;
    private readonly Topics _topics;
    private readonly Outbox _outbox;
    private readonly BrokerUplink _uplink;
    private readonly StandingAlarms _standing;
    private readonly ConditionBook _conditions;
    private int _connects;
    private long _tidyAt = TidyMs;

    /// <param name="standing">What earlier sessions told: it is taken back as soon as the source is seen to be well.</param>
    public AlarmDesk(
        SensorWatch[] sensors,
        TargetWatch[] targets,
        Topics topics,
        Outbox outbox,
        BrokerUplink uplink,
        StandingAlarms standing,
        ConditionBook conditions)
    {
        _sensors = sensors;
        _sources = new AlarmSource[sensors.Length + targets.Length];
        for (int i = 0; i < _sources.Length; i++)
        {
            _sources[i] = i < sensors.Length ? (AlarmSource)sensors[i] : targets[i - sensors.Length];
        }

        _isDue = new bool[_sources.Length];
        _isTold = new bool[_sources.Length];
        _topics = topics;
        _outbox = outbox;
        _uplink = uplink;
        _standing = standing;
        _conditions = conditions;
    }

    /// <summary>Not all that is watched is there, in a start that is not full: what earlier sessions told of the rest stands.</summary>
    public bool IsPartial { get; set; }

    /// <summary>Nothing of what stands now can be acknowledged.</summary>
    public bool Acknowledge(string name, long now) => false;

    /// <summary>To be called after sensors have stepped, and when a target has news.</summary>
    public void Step(long now)
    {
        bool isNewConnection = _uplink.Connects != _connects;
        _connects = _uplink.Connects;
        bool hasPosted = isNewConnection && !IsPartial && TakeBackOthers();
        for (int i = 0; i < _sources.Length; i++)
        {
            AlarmSource source = _sources[i];
            _isDue[i] |= source.Step(now) || (isNewConnection && _isTold[i]) || IsToBeTakenBack(i);
            if (_isDue[i] && source.IsRaised)
            {
                _standing.Add(source.Name);
            }
        }

        // Before any of it can reach the broker, so that no power cut makes a retained message outlive the memory of it. All in
        // one writing, since each stops every thread for a while.
        _standing.Save();
        for (int i = 0; i < _sources.Length; i++)
        {
            if (_isDue[i])
            {
                _isDue[i] = !Post(_sources[i]);
                _isTold[i] |= !_isDue[i];
                hasPosted = true;
            }
        }

        if (hasPosted)
        {
            _uplink.Wake();
        }

        SensorConditions.Tell(_sensors, _conditions);
        Tidy(now);
    }

    private bool IsToBeTakenBack(int index) =>
        !_isTold[index] && _standing.Count > 0 && _sources[index].IsSeenWell() && _standing.Contains(_sources[index].Name);

    /// <summary>What the configuration no longer names cannot be ill any more.</summary>
    private bool TakeBackOthers()
    {
        bool hasPosted = false;
        for (int i = 0; i < _standing.Count; i++)
        {
            if (!IsWatched(_standing[i]))
            {
                Stamp now = TimeOfDay.Now();
                _outbox.Post(AlarmReport.Ok(_topics, _standing[i], now), now);
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

    private bool Post(AlarmSource source)
    {
        Stamp now = TimeOfDay.Now();
        return _outbox.Post(source.Report(_topics, now), now);
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
            bool isUnsettled = _sources[i].IsRaised || !_isTold[i];
            if (isUnsettled && _standing.Contains(_sources[i].Name))
            {
                keep.Add(_sources[i].Name);
            }
        }

        _standing.Keep(keep);
    }
}

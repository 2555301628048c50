using System.Collections;
using Appliance.App.Storage;
using Appliance.App.Timing;
using Appliance.App.Uplink;
using Appliance.Core.Alarms;
using Appliance.Core.Conditions;
using Appliance.Core.Contract;
using Appliance.Core.Metrics;
using Appliance.Core.Uplink;

namespace Appliance.App.Sampling;

/// <summary>
/// Tells lost sensors, and that they are back, as alarms and by the LED. What was told in a session is told again on each new
/// connection: what changed while the broker was away went to the backlog, and the retained message has to be true as well.
/// </summary>
public sealed class SensorAlarms
{
    private const int TidyMs = 3_600_000;

    private readonly SensorWatch[] _watches;
    private readonly bool[] _isDue;
    private readonly bool[] _isTold;
    private readonly Topics _topics;
    private readonly Outbox _outbox;
    private readonly BrokerUplink _uplink;
    private readonly StandingAlarms _standing;
    private readonly ConditionBook _conditions;
    private int _connects;
    private long _tidyAt = TidyMs;

    /// <param name="standing">What earlier sessions told: it is taken back as soon as the sensor is seen to be well.</param>
    public SensorAlarms(
        SensorWatch[] watches,
        Topics topics,
        Outbox outbox,
        BrokerUplink uplink,
        StandingAlarms standing,
        ConditionBook conditions)
    {
        _watches = watches;
        _isDue = new bool[watches.Length];
        _isTold = new bool[watches.Length];
        _topics = topics;
        _outbox = outbox;
        _uplink = uplink;
        _standing = standing;
        _conditions = conditions;
    }

    /// <summary>To be called after sensors have stepped.</summary>
    public void Step(long now)
    {
        bool isNewConnection = _uplink.Connects != _connects;
        _connects = _uplink.Connects;
        bool hasPosted = isNewConnection && TakeBackOthers();
        for (int i = 0; i < _watches.Length; i++)
        {
            SensorWatch watch = _watches[i];
            _isDue[i] |= watch.Step(now) || (isNewConnection && _isTold[i]) || IsToBeTakenBack(i);
            if (_isDue[i])
            {
                _isDue[i] = !Post(watch);
                _isTold[i] |= !_isDue[i];
                hasPosted = true;
            }
        }

        if (hasPosted)
        {
            _uplink.Wake();
        }

        SensorConditions.Tell(_watches, _conditions);
        Tidy(now);
    }

    private bool IsToBeTakenBack(int index) =>
        !_isTold[index] && _standing.Count > 0 && _watches[index].AreAllThere() && _standing.Contains(_watches[index].Name);

    /// <summary>A sensor that the configuration no longer names cannot be lost any more.</summary>
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
        for (int i = 0; i < _watches.Length; i++)
        {
            if (_watches[i].Name == name)
            {
                return true;
            }
        }

        return false;
    }

    private bool Post(SensorWatch watch)
    {
        Stamp now = TimeOfDay.Now();
        if (!watch.IsLost)
        {
            return _outbox.Post(AlarmReport.Ok(_topics, watch.Name, now.At(watch.Since)), now);
        }

        // Before it can reach the broker, so that no power cut makes the retained message outlive the memory of it.
        _standing.Add(watch.Name);
        return _outbox.Post(AlarmReport.Fault(_topics, watch.Name, QualityName.Of(watch.Reason), now.At(watch.Since)), now);
    }

    /// <summary>
    /// Forgets what was taken back once the broker has all of it. Rarely, because a sensor with a loose contact would wear out
    /// the flash; a name too many costs one message after the next start.
    /// </summary>
    private void Tidy(long now)
    {
        if (now < _tidyAt || !_conditions.IsOnline || _outbox.Count > 0)
        {
            return;
        }

        _tidyAt = now + TidyMs;
        ArrayList keep = new ArrayList();
        for (int i = 0; i < _watches.Length; i++)
        {
            bool isUnsettled = _watches[i].IsLost || !_isTold[i];
            if (isUnsettled && _standing.Contains(_watches[i].Name))
            {
                keep.Add(_watches[i].Name);
            }
        }

        _standing.Keep(keep);
    }
}

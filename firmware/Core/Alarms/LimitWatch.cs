using Appliance.Core.Conditions;
using Appliance.Core.Contract;
using Appliance.Core.Metrics;

namespace Appliance.Core.Alarms;

/// <summary>
/// The alarm of a metric by its limits. Each limit is judged for itself: it is violated once the value has been beyond it for the trip
/// delay, and until the value has been back by the hysteresis for the clear delay. The alarm is the worst of what is violated.
/// A reading that is missing changes nothing until its sensor is lost; then delays under way begin anew, and what stands, stands.
/// </summary>
public sealed class LimitWatch : AlarmSource
{
    private const long Never = -1;

    /// <summary>The limits in the order in which the worst is found: two critical ones, then the warnings, the rate last.</summary>
    private const int LowCritical = 0;
    private const int HighCritical = 1;
    private const int LowWarning = 2;
    private const int HighWarning = 3;
    private const int Change = 4;
    private const int Kinds = 5;

    private readonly Metric _metric;
    private readonly Limits _limits;
    private readonly Metric _inhibitor;
    private readonly AlarmSource _inhibitingAlarm;
    private readonly ChangeWindow _change;

    /// <summary>For each limit the uptime from which it is about to change.</summary>
    private readonly long[] _begun = new long[Kinds];

    /// <summary>A bit for each limit that is violated.</summary>
    private int _violated;
    private Severity _worst;
    private bool _isAcknowledged;
    private long _since;

    /// <param name="metric">Has limits.</param>
    /// <param name="inhibitor">While this is off there is no alarm; or null.</param>
    /// <param name="inhibitingAlarm">While this stands there is none; or null.</param>
    public LimitWatch(Metric metric, Metric inhibitor, AlarmSource inhibitingAlarm)
        : base(metric.Key)
    {
        _metric = metric;
        _limits = metric.Limits;
        _inhibitor = inhibitor;
        _inhibitingAlarm = inhibitingAlarm;
        _change = _limits.Change == Limits.None ? null : new ChangeWindow();
        Forget();
    }

    public override Subsystem Subsystem => GroupSubsystem.Of(_metric.Group);

    public override Severity Severity => _violated != 0 ? Level : _worst;

    /// <summary>What was wrong is over, and nobody has acknowledged it.</summary>
    public bool IsLatched => _violated == 0 && _worst != Severity.Ok;

    /// <summary>The alarm outlives its cause.</summary>
    public bool MayLatch => _limits.IsLatched;

    private string State =>
        IsLatched ? "latched" : _violated == 0 ? "ok" : Level == Severity.Critical ? "critical" : "warning";

    private Severity Level =>
        _violated == 0 ? Severity.Ok : (_violated & ((1 << LowCritical) | (1 << HighCritical))) != 0 ? Severity.Critical : Severity.Warning;

    /// <summary>An earlier session has left it unacknowledged.</summary>
    public void Latch() =>
        _worst = _limits.LowCritical != Limits.None || _limits.HighCritical != Limits.None ? Severity.Critical : Severity.Warning;

    public override bool Step(long now)
    {
        Severity before = Severity;
        bool wasLatched = IsLatched;
        long since = now;
        if (IsInhibited())
        {
            _violated = 0;
            Forget();
        }
        else if (_metric.IsOk)
        {
            since = Judge(now);
        }
        else if (_metric.LostSince == Metric.Never || now - _metric.LostSince >= _metric.PatienceMs)
        {
            Forget();
        }

        Severity level = Level;
        if (level > _worst)
        {
            _worst = level;
            _isAcknowledged = false;
        }

        if (level == Severity.Ok && (!_limits.IsLatched || _isAcknowledged))
        {
            _worst = Severity.Ok;
            _isAcknowledged = false;
        }

        if (Severity == before && IsLatched == wasLatched)
        {
            return false;
        }

        _since = since;
        return true;
    }

    public override bool IsSeenWell()
    {
        for (int i = 0; i < Kinds; i++)
        {
            if (_begun[i] != Never)
            {
                return false;
            }
        }

        return _metric.IsOk && !IsRaised;
    }

    /// <summary>Ends a latched alarm; one that still has its cause will end with it.</summary>
    public override bool Acknowledge(long now)
    {
        if (!IsRaised)
        {
            return false;
        }

        if (IsLatched)
        {
            _worst = Severity.Ok;
            _since = now;
        }
        else
        {
            _isAcknowledged = true;
        }

        return true;
    }

    public override AlarmReport Report(Topics topics, Stamp now)
    {
        int kind = First();
        long limit = kind == Kinds ? Limits.None : LimitOf(kind);
        string text = kind < Change ? AlarmText.Beyond(_metric, limit, kind == LowCritical || kind == LowWarning)
            : kind == Change ? AlarmText.Changing(_metric, limit)
            : AlarmText.Over(_metric, IsLatched);
        AlarmReport report = AlarmReport.Of(topics, Name, Severity, State, now.At(_since), text);
        report.Places = _metric.Decimals;
        report.Value = _metric.IsOk ? _metric.Value : Limits.None;
        report.Limit = limit;
        report.IsAcknowledged = _isAcknowledged;
        return report;
    }

    /// <summary>What cannot be told to be off is on; a meter that is fed by what it measures is silent when that is off.</summary>
    private bool IsInhibited()
    {
        if (_inhibitingAlarm != null && _inhibitingAlarm.IsRaised)
        {
            return true;
        }

        return _inhibitor != null
            && (_inhibitor.IsOk
                ? _inhibitor.Value == 0
                : _inhibitor.Quality == Quality.Blackout || _inhibitor.Quality == Quality.Timeout);
    }

    /// <returns>When what has changed now began; of several limits the last.</returns>
    private long Judge(long now)
    {
        long since = Never;
        for (int i = 0; i < Kinds; i++)
        {
            long limit = LimitOf(i);
            if (limit == Limits.None)
            {
                continue;
            }

            long value = i == Change ? _change.Look(_metric.Value, now) : _metric.Value;
            long beyond = i == LowCritical || i == LowWarning ? limit - value : value - limit;
            bool isViolated = (_violated & (1 << i)) != 0;
            if (beyond > (isViolated ? -_limits.Hysteresis : 0) == isViolated)
            {
                _begun[i] = Never;
                continue;
            }

            _begun[i] = _begun[i] == Never ? now : _begun[i];
            if (now - _begun[i] >= (isViolated ? _limits.ClearSeconds : _limits.TripSeconds) * 1000L)
            {
                _violated ^= 1 << i;
                since = _begun[i] > since ? _begun[i] : since;
                _begun[i] = Never;
            }
        }

        return since;
    }

    /// <returns>The first limit that is violated; <see cref="Kinds"/> if none is.</returns>
    private int First()
    {
        int kind = 0;
        while (kind < Kinds && (_violated & (1 << kind)) == 0)
        {
            kind++;
        }

        return kind;
    }

    private long LimitOf(int kind)
    {
        switch (kind)
        {
            case LowCritical:
                return _limits.LowCritical;
            case HighCritical:
                return _limits.HighCritical;
            case LowWarning:
                return _limits.LowWarning;
            case HighWarning:
                return _limits.HighWarning;
            default:
                return _limits.Change;
        }
    }

    private void Forget()
    {
        for (int i = 0; i < Kinds; i++)
        {
            _begun[i] = Never;
        }
    }
}

using Appliance.Core.Conditions;
using Appliance.Core.Contract;
using Appliance.Core.Probing;

namespace Appliance.Core.Alarms;

/// <summary>
/// The alarm of a target: critical while it is down, a warning while it is degraded or flaps. One that is only unreachable raises
/// none: what lies before it does.
/// </summary>
public sealed class TargetWatch : AlarmSource
{
    private readonly Target _target;
    private TargetState _told = TargetState.Up;
    private long _since;

    public TargetWatch(Target target)
        : base(target.Name)
    {
        _target = target;
    }

    public override Severity Severity =>
        _told == TargetState.Up ? Severity.Ok : _told == TargetState.Down ? Severity.Critical : Severity.Warning;

    /// <summary>What all targets together mean is told with their states.</summary>
    public override Subsystem Subsystem => Subsystem.None;

    /// <returns>A watch for each target.</returns>
    public static TargetWatch[] Of(Target[] targets)
    {
        TargetWatch[] watches = new TargetWatch[targets.Length];
        for (int i = 0; i < watches.Length; i++)
        {
            watches[i] = new TargetWatch(targets[i]);
        }

        return watches;
    }

    public override bool Step(long now)
    {
        TargetState state = _target.Certain;
        if (state == TargetState.Unreachable)
        {
            state = TargetState.Up;
        }

        if (state == _told)
        {
            return false;
        }

        _told = state;
        _since = now;
        return true;
    }

    public override bool IsSeenWell() => _target.IsKnown && _target.State == TargetState.Up;

    public override AlarmReport Report(Topics topics, Stamp now)
    {
        Stamp since = now.At(_since);
        switch (_told)
        {
            case TargetState.Down:
                return AlarmReport.Of(topics, Name, Severity, "down", since, Name + " does not answer");
            case TargetState.Degraded:
                return AlarmReport.Of(topics, Name, Severity, "degraded", since, Name + " answers late, or not each time");
            case TargetState.Flapping:
                return AlarmReport.Of(topics, Name, Severity, "flapping", since, Name + " comes and goes");
            default:
                return AlarmReport.Ok(topics, Name, since, Name + " answers again");
        }
    }
}

using Appliance.Core.Conditions;
using Appliance.Core.Scheduling;

namespace Appliance.App.Supervision;

/// <summary>Listens to the heartbeats of the other workers.</summary>
public sealed class Supervisor : Worker
{
    private const int PeriodMs = 5000;

    private readonly ConditionBook _conditions;
    private Heartbeat[] _hearts = new Heartbeat[0];

    public Supervisor(ConditionBook conditions)
        : base("supervisor")
    {
        _conditions = conditions;
    }

    /// <summary>Workers that are silent for longer than they may.</summary>
    public int Stuck { get; private set; }

    /// <summary>Steps of all workers that ended by an exception, since the start.</summary>
    public int Failures
    {
        get
        {
            int failures = 0;
            for (int i = 0; i < _hearts.Length; i++)
            {
                failures += _hearts[i].Failures;
            }

            return failures;
        }
    }

    public void Watch(Heartbeat[] hearts) => _hearts = hearts;

    public override long Step(long now)
    {
        int stuck = 0;
        for (int i = 0; i < _hearts.Length; i++)
        {
            if (_hearts[i].IsStuck(now))
            {
                stuck++;
                Log.Line(Name, _hearts[i].Name + " is stuck");
            }
        }

        Stuck = stuck;
        _conditions.Set(Subsystem.Appliance, stuck > 0 ? Severity.Critical : Severity.Ok);
        return now + PeriodMs;
    }
}

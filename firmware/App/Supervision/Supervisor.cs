using System.Device.Gpio;
using Appliance.App.Networking;
using Appliance.App.Storage;
using Appliance.App.Workers;
using Appliance.Core.Boot;
using Appliance.Core.Conditions;
using Appliance.Core.Scheduling;
using Appliance.Core.Supervision;

namespace Appliance.App.Supervision;

/// <summary>
/// Listens to the heartbeats of the workers, gives new threads to those that need one, and has the device restarted where that does not
/// help. Looks after the network and the start on the way.
/// </summary>
public sealed class Supervisor : Worker
{
    private const int PeriodMs = 5000;
    private const int FrozenMs = 15_000;

    private readonly ConditionBook _conditions;
    private readonly BootRecord _boot;
    private readonly Restarter _restarter;
    private readonly BootWatch _start;
    private readonly NetworkCare _network;
    private readonly GpioPin _watchdog;
    private WorkerThread[] _threads = new WorkerThread[0];
    private HeartWatch _hearts = new HeartWatch(0);
    private bool _isHigh;
    private long _due;

    /// <param name="watchdog">Feeds an external watchdog, an edge each 5 s; null if there is none.</param>
    public Supervisor(
        ConditionBook conditions, BootRecord boot, Restarter restarter, BootWatch start, NetworkCare network, GpioPin watchdog)
        : base("supervisor")
    {
        _conditions = conditions;
        _boot = boot;
        _restarter = restarter;
        _start = start;
        _network = network;
        _watchdog = watchdog;
    }

    /// <summary>Workers that are silent for longer than they may.</summary>
    public int Stuck { get; private set; }

    /// <summary>Steps of all workers that ended by an exception, since the start.</summary>
    public int Failures
    {
        get
        {
            int failures = 0;
            for (int i = 0; i < _threads.Length; i++)
            {
                failures += _threads[i].Heart.Failures;
            }

            return failures;
        }
    }

    /// <summary>New threads that workers were given, since the start.</summary>
    public int Replacements
    {
        get
        {
            int replacements = 0;
            for (int i = 0; i < _threads.Length; i++)
            {
                replacements += _threads[i].Replacements;
            }

            return replacements;
        }
    }

    public void Watch(WorkerThread[] threads)
    {
        _hearts = new HeartWatch(threads.Length);
        _threads = threads;
    }

    public override long Step(long now)
    {
        if (now >= _due)
        {
            // A native call that stops every thread leaves them all late, and this one may be the first to go on.
            bool wasFrozen = _due > 0 && now - _due > FrozenMs;
            _due = now + PeriodMs;
            bool isWell = !wasFrozen && LookAtHearts(now);
            Feed();
            _start.Step(isWell, now);
            if (_network.Step(now) == Remedy.RestartDevice)
            {
                _restarter.Ask(RestartReason.Connectivity, now);
            }
        }

        long next = _restarter.Step(now);
        return next < _due ? next : _due;
    }

    /// <returns>True if every worker's last step has ended, and without an exception.</returns>
    private bool LookAtHearts(long now)
    {
        bool isWell = true;
        int stuck = 0;
        for (int i = 0; i < _threads.Length; i++)
        {
            Heartbeat heart = _threads[i].Heart;
            bool isStuck = heart.IsStuck(now);
            stuck += isStuck ? 1 : 0;
            isWell &= !isStuck && heart.FailuresInRow == 0;
            Remedy remedy = _hearts.Look(i, isStuck, heart.FailuresInRow, now);
            if (remedy != Remedy.Nothing)
            {
                Log.Line(Name, heart.Name + (isStuck ? " is stuck" : " only fails"));
            }

            if (remedy == Remedy.RestartWorker)
            {
                _threads[i].Start();
            }
            else if (remedy == Remedy.RestartDevice)
            {
                _restarter.Ask(isStuck ? RestartReason.StuckWorker : RestartReason.FailingWorker, now);
            }
        }

        Stuck = stuck;
        bool isLess = _boot.Rung != BootRung.Full || !_boot.IsKept;
        _conditions.Set(Subsystem.Appliance, stuck > 0 ? Severity.Critical : isLess ? Severity.Warning : Severity.Ok);
        return isWell;
    }

    private void Feed()
    {
        if (_watchdog != null && _hearts.MayFeed)
        {
            _isHigh = !_isHigh;
            _watchdog.Write(_isHigh ? PinValue.High : PinValue.Low);
        }
    }
}

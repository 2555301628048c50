namespace Appliance.Core.Probing;

/// <summary>
/// What the checks of a target mean, so that nobody is called for nothing. A bad check only makes the state soft, and the next
/// check comes sooner; after so many in a row the state is hard. One that is good ends the matter at once.
/// Parents are what lies before a target on its ways; more than one of them are ways that stand in for each other. A target all
/// of whose parents are gone is unreachable, which is no fault of its own; and it is not down before it has failed a check that began
/// when one of them had answered one that ended after the target's first failure. So a child never accuses itself because it was
/// asked before its parents, or because they were gone while it was asked.
/// </summary>
public sealed class SoftHardState
{
    /// <summary>Retries of a soft state come in this part of the period.</summary>
    private const int RetriesAPeriod = 5;

    private const int ShortestRetryMs = 1000;

    private readonly StateLimits _limits;
    private SoftHardState[] _parents;

    /// <summary>How many checks each parent had when the target first failed.</summary>
    private int[] _parentChecks;
    private int _flaps;
    private int _failures;
    private int _losses;
    private int _checks;
    private bool _stood;
    private TargetState _recorded = TargetState.Up;

    public SoftHardState(StateLimits limits)
    {
        _limits = limits;
    }

    /// <summary>As the contract tells it. Unreachable says more than flapping, and flapping more than the rest.</summary>
    public TargetState State
    {
        get
        {
            if (IsFlapping && !IsUnreachable)
            {
                return TargetState.Flapping;
            }

            return IsSoft ? TargetState.Soft : Hard;
        }
    }

    /// <summary>The last state that was certain: Up, Degraded, Down or Unreachable. An alarm follows this one.</summary>
    public TargetState Hard { get; private set; } = TargetState.Up;

    /// <summary>The last checks were worse than the hard state, but are too few to change it.</summary>
    public bool IsSoft { get; private set; }

    public bool IsFlapping => FlapHistory.IsFlapping(_flaps);

    /// <summary>Bad checks in a row, up to the attempts that make them certain; 0 after a good one.</summary>
    public int Attempt { get; private set; }

    /// <summary>At least one check has ended.</summary>
    public bool IsKnown => _checks > 0;

    /// <summary>
    /// The loss that makes it degraded: checks lost among the last <see cref="RoundTripStatistics.Window"/> since it was last
    /// gone, in whole percent of the window. The loss that is told counts outages as well, and at first over the checks so far.
    /// </summary>
    public int LossPercent
    {
        get
        {
            int lost = 0;
            for (int rest = _losses; rest != 0; rest &= rest - 1)
            {
                lost++;
            }

            return 100 * lost / RoundTripStatistics.Window;
        }
    }

    private bool IsUnreachable => Hard == TargetState.Unreachable && !IsSoft;

    private bool IsGone => Hard == TargetState.Down || Hard == TargetState.Unreachable;

    /// <summary>Tells what lies before the target, once and before its first check.</summary>
    /// <param name="parents">None of them may depend on the target; null or empty: nothing lies before it.</param>
    public void DependOn(SoftHardState[] parents)
    {
        if (parents != null && parents.Length > 0)
        {
            _parents = parents;
            _parentChecks = new int[parents.Length];
        }
    }

    /// <returns>Milliseconds from one check to the next: fewer while a failure is uncertain.</returns>
    public int NextCheckMs(int periodMs)
    {
        bool isUncertain = IsSoft || (_failures > 0 && !IsGone);
        if (!isUncertain)
        {
            return periodMs;
        }

        int retry = periodMs / RetriesAPeriod;
        return retry > ShortestRetryMs ? retry : ShortestRetryMs < periodMs ? ShortestRetryMs : periodMs;
    }

    /// <summary>Takes a check that was answered.</summary>
    /// <returns>True if <see cref="State"/> is another now, or known for the first time.</returns>
    public bool Answered(long micros)
    {
        TargetState before = State;
        if (IsGone)
        {
            // What was lost meanwhile has been told as an outage and does not make it degraded now.
            _losses = 0;
        }

        Count(0);
        _failures = 0;
        bool isGood = micros < _limits.SlowMicros && LossPercent < _limits.LossPercent;
        Attempt = isGood ? 0 : NextAttempt(Attempt);
        if (isGood)
        {
            Settle(TargetState.Up);
        }
        else if (Attempt >= _limits.Attempts || Hard != TargetState.Up)
        {
            Settle(TargetState.Degraded);
        }
        else
        {
            IsSoft = true;
        }

        return _checks == 1 || State != before;
    }

    /// <summary>Takes a check that was not answered in time, or refused.</summary>
    /// <returns>True if <see cref="State"/> is another now, or known for the first time.</returns>
    public bool Lost()
    {
        TargetState before = State;
        Count(1);
        if (AreParentsGone())
        {
            // The attempts begin anew when a parent is back: its children need not be as fast.
            _failures = 0;
            Attempt = 0;
            Settle(TargetState.Unreachable);
            return _checks == 1 || State != before;
        }

        if (_failures == 0 && _parents != null)
        {
            MarkParents();
        }

        _failures = NextAttempt(_failures);
        Attempt = NextAttempt(Attempt);
        if (Hard == TargetState.Down || (DoesAnyParentStandStill() && _failures >= _limits.Attempts))
        {
            Settle(TargetState.Down);
        }
        else if (Hard == TargetState.Degraded || (Attempt >= _limits.Attempts && _failures < _limits.Attempts))
        {
            Settle(TargetState.Degraded);
        }
        else
        {
            IsSoft = true;
        }

        return _checks == 1 || State != before;
    }

    private bool AreParentsGone()
    {
        bool areGone = _parents != null;
        for (int i = 0; areGone && i < _parents.Length; i++)
        {
            areGone = _parents[i].IsGone;
        }

        return areGone;
    }

    /// <summary>The first failure: what parents have answered until now says nothing of it.</summary>
    private void MarkParents()
    {
        _stood = false;
        for (int i = 0; i < _parents.Length; i++)
        {
            _parentChecks[i] = _parents[i]._checks;
        }
    }

    /// <returns>True if a parent answered its last check, and that ended after the first failure; or if there is none.</returns>
    private bool DoesAnyParentStand()
    {
        bool stands = _parents == null;
        for (int i = 0; !stands && i < _parents.Length; i++)
        {
            stands = (_parents[i]._losses & 1) == 0 && _parents[i]._checks != _parentChecks[i];
        }

        return stands;
    }

    /// <returns>True if a parent stands, and one stood when the check that failed now had not begun; or if there is none.</returns>
    private bool DoesAnyParentStandStill()
    {
        bool stood = _parents == null || _stood;
        _stood = DoesAnyParentStand();
        return stood && _stood;
    }

    private int NextAttempt(int attempt) => attempt < _limits.Attempts ? attempt + 1 : attempt;

    private void Count(int lost)
    {
        _losses = ((_losses << 1) | lost) & ((1 << RoundTripStatistics.Window) - 1);
        _checks++;
    }

    private void Settle(TargetState state)
    {
        Hard = state;
        IsSoft = false;
        if (state != TargetState.Unreachable)
        {
            _flaps = FlapHistory.With(state != _recorded, _flaps, _limits);
            _recorded = state;
        }
    }
}

using Appliance.Core.Probing;

namespace Appliance.Tests.Probing;

/// <summary>The rules of soft and hard states with all of the past at hand: it keeps every check and counts back.</summary>
internal sealed class SoftHardModel
{
    private const int MostChecks = 4000;

    private readonly StateLimits _limits;
    private readonly SoftHardModel[] _parents;
    private readonly bool[] _lost = new bool[MostChecks];
    private readonly bool[] _bad = new bool[MostChecks];
    private readonly bool[] _excused = new bool[MostChecks];
    private readonly int[] _endedAt = new int[MostChecks];
    private readonly bool[] _parentStood = new bool[MostChecks];
    private readonly TargetState[] _recorded = new TargetState[MostChecks + 1];
    private int _checks;
    private int _records = 1;
    private int _back;

    public SoftHardModel(StateLimits limits, SoftHardModel[] parents)
    {
        _limits = limits;
        _parents = parents;
        _recorded[0] = TargetState.Up;
    }

    public TargetState Hard { get; private set; } = TargetState.Up;

    public bool IsSoft { get; private set; }

    public bool IsFlapping { get; private set; }

    public TargetState State =>
        IsFlapping && (IsSoft || Hard != TargetState.Unreachable) ? TargetState.Flapping : IsSoft ? TargetState.Soft : Hard;

    /// <summary>Bad checks in a row that nobody else is to blame for.</summary>
    public int Bad
    {
        get
        {
            int count = 0;
            while (count < _checks && _bad[_checks - 1 - count])
            {
                count++;
            }

            return count;
        }
    }

    private bool IsGone => Hard == TargetState.Down || Hard == TargetState.Unreachable;

    private int Failures
    {
        get
        {
            int count = 0;
            while (count < _checks && _lost[_checks - 1 - count] && !_excused[_checks - 1 - count])
            {
                count++;
            }

            return count;
        }
    }

    private bool AreParentsGone
    {
        get
        {
            int gone = 0;
            for (int i = 0; i < _parents.Length; i++)
            {
                gone += _parents[i].IsGone ? 1 : 0;
            }

            return gone > 0 && gone == _parents.Length;
        }
    }

    /// <param name="time">When it ended; no two checks of anybody end at once.</param>
    public void Check(bool answered, long micros, int time)
    {
        int now = _checks++;
        _back = answered && IsGone ? now : _back;
        _lost[now] = !answered;
        _excused[now] = !answered && AreParentsGone;
        _endedAt[now] = time;
        _bad[now] = answered ? micros >= _limits.SlowMicros || Lost() * 5 >= _limits.LossPercent : !_excused[now];
        IsSoft = false;
        if (_excused[now])
        {
            Hard = TargetState.Unreachable;
            return;
        }

        bool isSure = Bad >= _limits.Attempts;
        int failures = Failures;
        _parentStood[now] = failures > 0 && AnyParentAnsweredSince(_endedAt[now - failures + 1]);

        // The check that failed now began after the one before had ended.
        bool isAlone = _parents.Length == 0 || (_parentStood[now] && failures > 1 && _parentStood[now - 1]);
        if (!_bad[now])
        {
            Hard = TargetState.Up;
        }
        else if (answered)
        {
            IsSoft = !isSure && Hard == TargetState.Up;
            Hard = IsSoft ? Hard : TargetState.Degraded;
        }
        else if (Hard == TargetState.Down || (failures >= _limits.Attempts && isAlone))
        {
            Hard = TargetState.Down;
        }
        else if (Hard == TargetState.Degraded || (isSure && failures < _limits.Attempts))
        {
            Hard = TargetState.Degraded;
        }
        else
        {
            IsSoft = true;
        }

        if (!IsSoft)
        {
            _recorded[_records++] = Hard;
            Weigh();
        }
    }

    private bool AnyParentAnsweredSince(int time)
    {
        for (int i = 0; i < _parents.Length; i++)
        {
            int last = _parents[i]._checks - 1;
            if (last >= 0 && !_parents[i]._lost[last] && _parents[i]._endedAt[last] > time)
            {
                return true;
            }
        }

        return _parents.Length == 0;
    }

    private int Lost()
    {
        int lost = 0;
        for (int i = _checks - 1; i >= _back && i > _checks - 1 - 20; i--)
        {
            lost += _lost[i] ? 1 : 0;
        }

        return lost;
    }

    /// <summary>Weights 0.75 to 1.25 over the last 20 pairs of neighbours, times 3800; all of them make 76 000.</summary>
    private void Weigh()
    {
        long sum = 0;
        for (int place = 19; place >= 0; place--)
        {
            int newer = _records - 20 + place;
            if (newer >= 1 && _recorded[newer] != _recorded[newer - 1])
            {
                sum += 2850 + (100 * place);
            }
        }

        IsFlapping = 100 * sum >= _limits.FlapStartPercent * 76_000L
            || (IsFlapping && 100 * sum > _limits.FlapStopPercent * 76_000L);
    }
}

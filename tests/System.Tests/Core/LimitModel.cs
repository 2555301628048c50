using Appliance.Core.Conditions;

namespace SystemTests.Core;

/// <summary>
/// The rules of an alarm as one would tell them: all of the past is kept, and whether a limit is violated is found by going
/// through it from the beginning.
/// </summary>
internal sealed class LimitModel(LimitPlan plan)
{
    private readonly List<LimitLook> _past = [];
    private Severity _worst;
    private bool _isAcknowledged;

    public Severity Severity { get; private set; }

    public bool IsLatched => Severity != Severity.Ok && Level(_past.Count - 1) == Severity.Ok;

    public void Look(LimitLook look)
    {
        _past.Add(look);
        var level = Level(_past.Count - 1);
        _isAcknowledged &= level <= _worst;
        _worst = level > _worst ? level : _worst;
        if (level == Severity.Ok && (!plan.Latches || _isAcknowledged))
            (_worst, _isAcknowledged) = (Severity.Ok, false);
        Severity = level == Severity.Ok ? _worst : level;
        if (look.IsAcknowledged && level == Severity.Ok)
            (_worst, Severity) = (Severity.Ok, Severity.Ok);
        else if (look.IsAcknowledged)
            _isAcknowledged = true;
    }

    private Severity Level(int last)
    {
        if (StandsByValue(last, v => plan.LowCritical - v) || StandsByValue(last, v => v - plan.HighCritical))
            return Severity.Critical;
        return StandsByValue(last, v => plan.LowWarning - v) || StandsByValue(last, v => v - plan.HighWarning) || StandsByChange(last)
            ? Severity.Warning
            : Severity.Ok;
    }

    /// <param name="beyond">How far a value is beyond the limit; null if there is no limit.</param>
    private bool StandsByValue(int last, Func<long, long?> beyond) => Stands(last, i => beyond(_past[i].Value));

    private bool StandsByChange(int last)
    {
        // One value a minute, of those that were judged.
        var kept = new List<LimitLook>();
        var distances = new Dictionary<int, long>();
        for (int i = 0; i <= last; i++)
        {
            var look = _past[i];
            if (!look.IsJudged)
                continue;
            distances[i] = kept.Where(k => look.At - k.At <= 900_000).Select(k => Math.Abs(look.Value - k.Value)).DefaultIfEmpty(0).Max();
            if (kept.Count == 0 || look.At - kept[^1].At >= 60_000)
                kept.Add(look);
        }

        return Stands(last, i => distances[i] - plan.Change);
    }

    /// <summary>
    /// The state is the other one as soon as there are looks in a row, no gap among them, that all say so and span the delay.
    /// </summary>
    private bool Stands(int last, Func<int, long?> beyond)
    {
        bool stands = false;
        long? from = null;
        for (int i = 0; i <= last; i++)
        {
            var look = _past[i];
            if (look.IsInhibited)
                (stands, from) = (false, null);
            else if (look.IsGap)
                from = null;
            if (!look.IsJudged)
                continue;
            long? distance = beyond(i);
            bool saysSo = stands ? distance <= -plan.Hysteresis : distance > 0;
            from = saysSo ? from ?? look.At : null;
            if (from is { } since && look.At - since >= 1000L * (stands ? plan.ClearSeconds : plan.TripSeconds))
                (stands, from) = (!stands, null);
        }

        return stands;
    }
}

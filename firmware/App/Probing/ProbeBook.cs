using Appliance.App.Timing;
using Appliance.Core.Conditions;
using Appliance.Core.Contract;
using Appliance.Core.Journal;
using Appliance.Core.Probing;
using Appliance.Core.Scheduling;
using Appliance.Core.Traffic;
using Appliance.Core.Uplink;

namespace Appliance.App.Probing;

/// <summary>
/// The targets and what is told of them: at once when it is certain that something has changed, else once a period. Checks end on
/// several threads; all of them come here under one lock.
/// </summary>
public sealed class ProbeBook
{
    private readonly ProbeReport[] _reports;
    private readonly long[] _reportDue;
    private readonly Topics _topics;
    private readonly Outbox _outbox;
    private readonly ConditionBook _conditions;
    private readonly int _periodMs;
    private IWaker _uplink;
    private IWaker _alarms;

    /// <param name="periodMs">Milliseconds between two messages of a target whose state does not change.</param>
    public ProbeBook(Target[] targets, Topics topics, Outbox outbox, ConditionBook conditions, int periodMs)
    {
        Targets = targets;
        _topics = topics;
        _outbox = outbox;
        _conditions = conditions;
        _periodMs = periodMs;
        _reports = new ProbeReport[targets.Length];
        _reportDue = new long[targets.Length];
        for (int i = 0; i < targets.Length; i++)
        {
            _reports[i] = new ProbeReport(topics, targets[i]);
        }
    }

    public Target[] Targets { get; }

    /// <summary>Taken by whoever reads or ends a check.</summary>
    public object Gate { get; } = new object();

    /// <summary>Gives the targets their places in the journal's layout.</summary>
    public void Register(ReportLayout layout)
    {
        for (int i = 0; i < _reports.Length; i++)
        {
            _reports[i].Register(layout);
        }
    }

    /// <summary>Tells it whom to wake: when there is something to send, and when an alarm may have changed.</summary>
    public void Attach(IWaker uplink, IWaker alarms)
    {
        _uplink = uplink;
        _alarms = alarms;
    }

    /// <summary>A check was answered. Call it with the gate held.</summary>
    public void Answered(int index, long micros) => End(index, CheckOutcome.Answered, micros);

    /// <summary>A check failed. Call it with the gate held.</summary>
    public void Lost(int index, CheckOutcome outcome) => End(index, outcome, 0);

    /// <summary>A check has ended. Call it with the gate held.</summary>
    /// <param name="micros">The round trip, if it was answered.</param>
    public void End(int index, CheckOutcome outcome, long micros)
    {
        Target target = Targets[index];
        TargetState before = target.Certain;
        bool isFirst = !target.IsKnown;
        if (outcome == CheckOutcome.Answered)
        {
            target.Answered(micros);
        }
        else
        {
            target.Lost(outcome);
        }

        long now = Uptime.Milliseconds;
        HurryIfUncertain(target, now);
        bool isNews = target.Certain != before;
        if (isNews)
        {
            _outbox.Post(new EventReport(_topics, TargetEvent.Of(target.Certain), target.Name), TimeOfDay.Now());
            Judge();
            _alarms.Wake();
        }

        if (isNews || isFirst || now >= _reportDue[index])
        {
            _reportDue[index] = now + _periodMs;
            _outbox.Post(_reports[index], TimeOfDay.Now());
            _uplink.Wake();
        }
    }

    /// <summary>The target has started anew since the check before. Call it with the gate held.</summary>
    public void Restarted(int index)
    {
        _outbox.Post(new EventReport(_topics, TargetEvent.Restarted, Targets[index].Name), TimeOfDay.Now());
        _uplink.Wake();
    }

    /// <summary>A port has gone up or down. Call it with the gate held.</summary>
    public void Changed(SwitchPort port)
    {
        _outbox.Post(new EventReport(_topics, port.IsUp ? "port-up" : "port-down", port.Name), TimeOfDay.Now());
        _uplink.Wake();
    }

    /// <summary>A failure that is not certain yet is looked into sooner than the next check is due, and so are those that may be to blame.</summary>
    private static void HurryIfUncertain(Target target, long now)
    {
        if (target.NextCheckMs == target.PeriodMs)
        {
            return;
        }

        Hurry(target, now + target.NextCheckMs);
        Target[] parents = target.Parents;
        for (int i = 0; parents != null && i < parents.Length; i++)
        {
            Hurry(parents[i], now + target.NextCheckMs);
        }
    }

    private static void Hurry(Target target, long due)
    {
        if (due < target.Due)
        {
            target.Due = due;
        }
    }

    private void Judge()
    {
        Severity worst = Severity.Ok;
        for (int i = 0; i < Targets.Length; i++)
        {
            TargetState state = Targets[i].Certain;
            if (state == TargetState.Down)
            {
                worst = Severity.Critical;
            }
            else if (worst == Severity.Ok && (state == TargetState.Degraded || state == TargetState.Flapping))
            {
                worst = Severity.Warning;
            }
        }

        _conditions.Set(Subsystem.Reachability, worst);
    }
}

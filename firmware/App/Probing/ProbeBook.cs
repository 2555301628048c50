using Appliance.App.Timing;
using Appliance.Core.Conditions;
using Appliance.Core.Contract;
using Appliance.Core.Probing;
using Appliance.Core.Scheduling;
using Appliance.Core.Uplink;

namespace Appliance.App.Probing;

/// <summary>
/// The targets and what is told of them: at once when the state changes, else once a period. Checks end on several threads; all
/// of them come here under one lock.
/// </summary>
public sealed class ProbeBook
{
    private readonly ProbeReport[] _reports;
    private readonly long[] _reportDue;
    private readonly Outbox _outbox;
    private readonly ConditionBook _conditions;
    private readonly int _periodMs;
    private IWaker _uplink;

    /// <param name="periodMs">Milliseconds between two messages of a target whose state does not change.</param>
    public ProbeBook(Target[] targets, Topics topics, Outbox outbox, ConditionBook conditions, int periodMs)
    {
        Targets = targets;
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

    /// <summary>Tells it whom to wake when there is something to send.</summary>
    public void Attach(IWaker uplink) => _uplink = uplink;

    /// <summary>A check was answered. Call it with the gate held.</summary>
    public void Answered(int index, long micros) => Tell(index, Targets[index].Answered(micros));

    /// <summary>A check had no answer in its time. Call it with the gate held.</summary>
    public void Lost(int index, CheckOutcome outcome) => Tell(index, Targets[index].Lost(outcome));

    private void Tell(int index, bool hasChanged)
    {
        long now = Uptime.Milliseconds;
        if (!hasChanged && now < _reportDue[index])
        {
            return;
        }

        _reportDue[index] = now + _periodMs;
        _outbox.Post(_reports[index], TimeOfDay.Now());
        Judge();
        if (_uplink != null)
        {
            _uplink.Wake();
        }
    }

    private void Judge()
    {
        bool isAnyDown = false;
        for (int i = 0; i < Targets.Length; i++)
        {
            isAnyDown |= Targets[i].State == TargetState.Down;
        }

        _conditions.Set(Subsystem.Reachability, isAnyDown ? Severity.Critical : Severity.Ok);
    }
}

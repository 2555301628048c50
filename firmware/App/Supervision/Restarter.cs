using System;
using System.Threading;
using Appliance.App.Reporting;
using Appliance.App.Storage;
using Appliance.App.Timing;
using Appliance.Core.Conditions;
using Appliance.Core.Supervision;
using Appliance.Core.Uplink;
using nanoFramework.Runtime.Native;

namespace Appliance.App.Supervision;

/// <summary>
/// The only way by which the device restarts itself: by leave of <see cref="RestartPolicy"/>, told to whoever listens, with the reason on
/// flash. Any thread may ask; the supervisor's carries it out. What others have locked it leaves to a thread of its own and does not
/// wait for it for ever: the reason may be that one of them hangs in there.
/// </summary>
public sealed class Restarter
{
    /// <summary>What waits for the broker has so long to go out.</summary>
    private const int SendMs = 5000;

    /// <summary>Then it leaves, whatever is on flash by then.</summary>
    private const int PutAwayMs = 10_000;

    private const int LookMs = 200;

    /// <summary>After a restart that could not be written down.</summary>
    private const int AgainMs = 3_600_000;

    private readonly BootRecord _boot;
    private readonly CounterKeeper _counters;
    private readonly ConditionBook _conditions;
    private readonly Outbox _outbox;
    private readonly EventDesk _events;
    private string _reason;
    private bool _isUnderWay;
    private bool _isPutAway;
    private long _sendUntil;
    private long _leaveAt;
    private long _notBefore;

    public Restarter(BootRecord boot, CounterKeeper counters, ConditionBook conditions, Outbox outbox, EventDesk events)
    {
        _boot = boot;
        _counters = counters;
        _conditions = conditions;
        _outbox = outbox;
        _events = events;
    }

    /// <returns>False if a restart cannot be now: there were too many, or the flash takes no writes.</returns>
    public bool May(string reason, long now) => now >= _notBefore && RestartPolicy.May(_boot.Ledger, reason, now);

    /// <summary>Asks for a restart. Of several reasons the first counts.</summary>
    /// <param name="reason">One of <see cref="RestartReason"/>.</param>
    /// <returns>What <see cref="May"/> says.</returns>
    public bool Ask(string reason, long now)
    {
        bool may = May(reason, now);
        if (may && _reason == null)
        {
            _reason = reason;
        }

        return may;
    }

    /// <summary>Carries out what was asked for.</summary>
    /// <returns>Uptime at which it wants to be called again.</returns>
    public long Step(long now)
    {
        if (_reason == null)
        {
            return long.MaxValue;
        }

        if (!_isUnderWay)
        {
            _isUnderWay = true;
            _isPutAway = false;
            _sendUntil = now + SendMs;
            _leaveAt = _sendUntil + PutAwayMs;
            new Thread(PutAway).Start();
        }

        if (!_isPutAway && now < _leaveAt)
        {
            return now + LookMs;
        }

        TryLeave(_boot, _reason, _outbox.LastSequence, now);

        // The restart has not been.
        _reason = null;
        _isUnderWay = false;
        _notBefore = now + AgainMs;
        _outbox.Reopen();
        _events.Tell("restart-failed");
        return long.MaxValue;
    }

    /// <summary>Restarts the device. Returns only if that must not be, or its reason cannot be written down.</summary>
    /// <param name="sequence">Number of the session's last report.</param>
    public static void TryLeave(BootRecord boot, string reason, int sequence, long now)
    {
        if (!RestartPolicy.May(boot.Ledger, reason, now))
        {
            return;
        }

        boot.Ledger.Sequence = sequence;
        boot.Ledger.Leave(reason, now);
        if (!boot.TryWrite())
        {
            boot.Ledger.Stay();
            return;
        }

        Log.Line("boot", "restart: " + reason);
        Power.RebootDevice();

        // The interpreter ends at its next turn.
        Thread.Sleep(Timeout.Infinite);
    }

    /// <summary>Each step comes, whatever became of the one before: the reason may be that there is no memory.</summary>
    private void PutAway()
    {
        Try(SendOff);
        Try(_outbox.PutAway);
        Try(_counters.Save);
        _isPutAway = true;
    }

    /// <summary>Tells of the restart, and lets what waits go out while the broker is there.</summary>
    private void SendOff()
    {
        _events.Tell("restart-" + _reason);
        while (_conditions.IsOnline && _outbox.Count > 0 && Uptime.Milliseconds < _sendUntil)
        {
            Thread.Sleep(LookMs);
        }
    }

    private static void Try(ThreadStart step)
    {
        try
        {
            step();
        }
        catch (Exception e)
        {
            Log.Line("restart", e.Message);
        }
    }
}

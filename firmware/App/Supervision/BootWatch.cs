using Appliance.App.Storage;
using Appliance.App.Timing;
using Appliance.Core.Boot;
using Appliance.Core.Supervision;
using nanoFramework.Runtime.Native;

namespace Appliance.App.Supervision;

/// <summary>Follows the present start: when it is good, when the full one is due for a try, and when it has lasted for long enough.</summary>
public sealed class BootWatch
{
    /// <summary>The debug port passes text to whoever has greeted it, which may be at any time.</summary>
    private const int TellMs = 15_000;

    private readonly BootRecord _boot;
    private readonly Restarter _restarter;
    private readonly string _configHash;
    private readonly int _offsetMinutes;
    private readonly string _running;
    private long _toldAt;

    /// <param name="configHash">Of the configuration in force.</param>
    /// <param name="offsetMinutes">What local time is ahead of UTC.</param>
    public BootWatch(BootRecord boot, Restarter restarter, string configHash, int offsetMinutes)
    {
        _boot = boot;
        _restarter = restarter;
        _configHash = configHash;
        _offsetMinutes = offsetMinutes;
        _running = "running " + Version.Text + " on " + SystemInfo.TargetName + " " + SystemInfo.Version.ToString() + ", session " + boot.Session.ToString();
    }

    /// <param name="isWell">Every worker does its work.</param>
    public void Step(bool isWell, long now)
    {
        if (now - _toldAt >= TellMs)
        {
            _toldAt = now;
            Log.Line("boot", _running);
        }

        BootLedger ledger = _boot.Ledger;
        if (!ledger.IsGood && isWell && now >= BootLadder.GoodMs)
        {
            ledger.MarkGood();
            _boot.TryWrite();
            if (_boot.Rung == BootRung.Full)
            {
                SiteFile.KeepGood(_configHash);
            }
        }
        else if (ledger.Forget(now))
        {
            _boot.TryWrite();
        }

        if (ledger.IsRetryDue(now))
        {
            _restarter.Ask(RestartReason.Retry, now);
        }

        if (RestartPolicy.IsPlannedDue(now, TimeOfDay.UnixSeconds, _offsetMinutes))
        {
            _restarter.Ask(RestartReason.Planned, now);
        }
    }
}

using Appliance.App.Storage;
using Appliance.App.Timing;
using Appliance.Core.Alarms;
using Appliance.Core.Boot;
using Appliance.Core.Uplink;

namespace Appliance.App.Alarms;

/// <summary>What the appliance can tell to be wrong with itself: its clock, its storage, its starts.</summary>
public sealed class OwnAlarms
{
    private const long ClockMs = 15 * 60_000;

    /// <summary>Reports that were lost are an alarm for so long.</summary>
    private const long LossMs = 3_600_000;

    private readonly OwnWatch _clock = new OwnWatch(
        "clock", "the appliance cannot learn the time: does it reach its time servers?", ClockMs);

    private readonly OwnWatch _storage = new OwnWatch(
        "storage", "the appliance cannot keep its reports: some are lost", 0);

    private readonly OwnWatch _restarts = new OwnWatch(
        "restarts", "the appliance keeps starting: look at its power supply", 0);

    private readonly Outbox _outbox;
    private readonly BootRecord _boot;
    private int _lost;
    private long _lossUntil;

    public OwnAlarms(Outbox outbox, BootRecord boot)
    {
        _outbox = outbox;
        _boot = boot;
        All = new AlarmSource[] { _clock, _storage, _restarts };
    }

    public AlarmSource[] All { get; }

    /// <param name="now">Uptime in milliseconds.</param>
    public void Look(long now)
    {
        int lost = _outbox.Lost;
        if (lost != _lost)
        {
            _lost = lost;
            _lossUntil = now + LossMs;
        }

        _clock.IsSo = TimeOfDay.UnixSeconds == 0;
        _storage.IsSo = now < _lossUntil || !_boot.IsKept;
        _restarts.IsSo = _boot.Ledger.Starts > BootLedger.MostStartsADay;
    }
}

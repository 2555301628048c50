using System;
using Appliance.App.Reporting;
using Appliance.App.Storage;
using Appliance.App.Supervision;
using Appliance.App.Timing;
using Appliance.Core.Changes;
using Appliance.Core.Config;
using Appliance.Core.Contract;
using Appliance.Core.Scheduling;
using Appliance.Core.Supervision;

namespace Appliance.App.Commands;

/// <summary>
/// A change of the configuration on trial. The start after it runs by the file on flash with the change laid over it; only a confirmation
/// writes that file. Its time is paid for by the minute, and on flash before the minute begins, so that it runs out over restarts too.
/// Works on the sampler's thread once the device has started.
/// </summary>
public sealed class ConfigTrial : Worker
{
    private const int MinuteSeconds = 60;

    private readonly ChangeBook _book;
    private EventDesk _events;
    private Restarter _restarter;
    private bool _isTold;
    private long _paidUntil;

    /// <summary>Reads what is on flash.</summary>
    public ConfigTrial()
        : base("trial")
    {
        try
        {
            _book = ChangeBook.Parse(DurableFile.Read(Folder.Changes));
        }
        catch (Exception e)
        {
            Log.Line(Name, "no changes are known: " + e.Message);
            _book = new ChangeBook();
        }
    }

    /// <summary>The last changes.</summary>
    public ChangeBook Book => _book;

    /// <summary>This start runs by the change.</summary>
    public bool IsRunning { get; private set; }

    /// <returns>Seconds until the change is rolled back; 0 if none is on trial.</returns>
    /// <param name="now">Uptime in milliseconds.</param>
    public int Left(long now) => IsRunning ? _book.Open.Left + (_paidUntil > now ? (int)((_paidUntil - now) / 1000) : 0) : 0;

    /// <summary>Tells it whom to tell, and by whom to restart.</summary>
    public void Attach(EventDesk events, Restarter restarter)
    {
        _events = events;
        _restarter = restarter;
    }

    /// <returns>The configuration that this start goes by, if it goes by the present one.</returns>
    public byte[] File() => IsRunning ? Lay(_book.Open, out string _) : DurableFile.Read(Folder.SiteConfig);

    /// <summary>To be asked once, before anything is started.</summary>
    /// <param name="isFull">Starts have not failed so often that less has to do.</param>
    /// <returns>The configuration on trial; null if this start is to go by the file.</returns>
    public SiteConfig Begin(bool isFull)
    {
        Change change = _book.Open;
        if (change == null || change.State != ChangeState.Trial)
        {
            return null;
        }

        string end = ChangeState.Leaving;
        try
        {
            byte[] file = Lay(change, out string was);
            if (was == change.Value)
            {
                // The power failed between the two writings of a confirmation.
                end = ChangeState.Confirmed;
            }
            else if (isFull && was == change.Was && change.Left > 0 && TryPay(change, Uptime.Milliseconds))
            {
                SiteConfig config = SiteConfig.Parse(file);
                IsRunning = true;
                return config;
            }
        }
        catch (Exception e)
        {
            Log.Line(Name, e.Message);
        }

        TryEnd(end);
        return null;
    }

    /// <summary>A change is to be tried. It comes into force with the next start.</summary>
    /// <exception cref="Exception">It cannot be kept on flash. Nothing has changed then.</exception>
    public void Add(Change change)
    {
        _book.Add(change);
        try
        {
            DurableFile.Write(Folder.Changes, _book.ToFile());
        }
        catch (Exception)
        {
            _book.RemoveLast();
            throw;
        }
    }

    /// <summary>The change that this start runs by is here to stay.</summary>
    /// <exception cref="Exception">It cannot be written. It goes on being on trial.</exception>
    public void Confirm()
    {
        Change change = _book.Open;
        byte[] file = Lay(change, out string was);
        if (was != change.Value)
        {
            DurableFile.Write(Folder.SiteConfig, file);
        }

        IsRunning = false;
        TryEnd(ChangeState.Confirmed);
        _events.Tell("config-confirmed", change.Id);
    }

    /// <summary>The configuration from before is to take over; a restart is due.</summary>
    /// <returns>False if that cannot be written down.</returns>
    public bool TryRollBack()
    {
        IsRunning = false;
        return TryEnd(ChangeState.Leaving);
    }

    public override long Step(long now)
    {
        Change change = _book.Open;
        if (change == null)
        {
            return long.MaxValue;
        }

        if (!_isTold)
        {
            _isTold = true;
            if (IsRunning)
            {
                _events.Tell("config-trial", change.Id);
            }
            else if (change.State == ChangeState.Leaving)
            {
                // This start goes by the configuration from before.
                TryEnd(ChangeState.RolledBack);
                _events.Tell("config-rolled-back", change.Id);
                return long.MaxValue;
            }
        }

        if (IsRunning)
        {
            Stamp time = TimeOfDay.Now();
            bool isOver = change.Until > 0 && time.Unix > change.Until;
            if (!isOver && (now < _paidUntil || (change.Left > 0 && TryPay(change, now))))
            {
                return _paidUntil;
            }

            TryRollBack();
        }

        // Until the restart comes: it may have been refused.
        _restarter.Ask(RestartReason.Config, now);
        return now + (MinuteSeconds * 1000);
    }

    /// <param name="was">The value in the file.</param>
    /// <returns>The file on flash with the change laid over it.</returns>
    /// <exception cref="ConfigException">The file is damaged, or has no such line.</exception>
    public static byte[] Lay(Change change, out string was) => ConfigEdit.With(
        DurableFile.Read(Folder.SiteConfig) ?? new byte[0],
        change.Entry,
        change.Name,
        change.Key,
        change.Value,
        ChangeRules.MayAdd(change.Entry),
        out was);

    /// <summary>Pays for the next minute.</summary>
    /// <returns>False if that cannot be written: it might last for ever.</returns>
    private bool TryPay(Change change, long now)
    {
        int seconds = change.Left < MinuteSeconds ? change.Left : MinuteSeconds;
        change.Left -= seconds;
        _paidUntil = now + (seconds * 1000);
        return TryWrite();
    }

    private bool TryEnd(string state)
    {
        _book.Open.State = state;
        return TryWrite();
    }

    private bool TryWrite()
    {
        try
        {
            DurableFile.Write(Folder.Changes, _book.ToFile());
            return true;
        }
        catch (Exception e)
        {
            Log.Line(Name, e.Message);
            return false;
        }
    }
}

using System;
using Appliance.App.Commands;
using Appliance.App.Storage;
using Appliance.App.Supervision;
using Appliance.App.Timing;
using Appliance.Core.Boot;
using Appliance.Core.Config;
using Appliance.Core.Supervision;

namespace Appliance.App.Composition;

/// <summary>
/// Brings up as much of the appliance as the ledger's rung says and the files allow. Where parts of it are made already when it fails, it
/// restarts for a clean attempt; where it may not restart, it makes do with what is left.
/// </summary>
public static class Starter
{
    /// <returns>False if nothing can be started by the files as they are.</returns>
    public static bool TryStart(BootRecord boot)
    {
        ConfigTrial trial = new ConfigTrial();
        if (TryOnTrial(boot, trial))
        {
            return true;
        }

        for (BootRung rung = boot.Ledger.Rung; rung <= BootRung.NetworkOnly; rung++)
        {
            // Further down, what has worked before is the safer one.
            bool isPresentFirst = rung == BootRung.Full;
            if (TryStart(boot, trial, rung, isPresentFirst) || TryStart(boot, trial, rung, !isPresentFirst))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A change that cannot even be started is rolled back at once.</summary>
    private static bool TryOnTrial(BootRecord boot, ConfigTrial trial)
    {
        SiteConfig config = trial.Begin(boot.Ledger.Rung == BootRung.Full);
        if (config == null)
        {
            return false;
        }

        boot.Rung = BootRung.Full;
        if (Compose(boot, trial, config) == null)
        {
            return true;
        }

        if (trial.TryRollBack())
        {
            Restarter.TryLeave(boot, RestartReason.Config, 0, Uptime.Milliseconds);
        }

        return false;
    }

    private static bool TryStart(BootRecord boot, ConfigTrial trial, BootRung rung, bool isPresent)
    {
        SiteConfig config = SiteFile.Load(isPresent ? Folder.SiteConfig : Folder.GoodConfig);
        bool isWhole = rung < BootRung.SensorsOnly;
        if (config == null || (isWhole && boot.Ledger.Refused == NameOf(config)))
        {
            return false;
        }

        boot.Rung = !isWhole ? rung : isPresent ? BootRung.Full : BootRung.LastGoodConfiguration;
        LeanConfig.Reduce(config, rung);
        Exception problem = Compose(boot, trial, config);
        if (problem == null)
        {
            return true;
        }

        GiveUp(boot, config, isWhole, problem is ConfigException);
        return false;
    }

    /// <returns>Null if it is started, else why not.</returns>
    private static Exception Compose(BootRecord boot, ConfigTrial trial, SiteConfig config)
    {
        Composer composer = new Composer(boot, trial);
        try
        {
            composer.Start(config, Secrets.Read());
            return null;
        }
        catch (Exception e)
        {
            Log.Line("boot", e.Message);
            composer.ReleasePins();
            return e;
        }
    }

    private static void GiveUp(BootRecord boot, SiteConfig config, bool isWhole, bool isRefused)
    {
        if (!isRefused)
        {
            boot.Ledger.Descend();
            Restarter.TryLeave(boot, RestartReason.Start, 0, Uptime.Milliseconds);
        }
        else if (isWhole)
        {
            boot.Ledger.Refused = NameOf(config);
            Restarter.TryLeave(boot, RestartReason.BadConfig, 0, Uptime.Milliseconds);
        }
    }

    /// <summary>What one version cannot use, the next one may.</summary>
    private static string NameOf(SiteConfig config) => config.Hash + "-" + Version.Text;
}

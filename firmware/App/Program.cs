using System;
using System.Threading;
using Appliance.App.Composition;
using Appliance.App.Storage;
using Appliance.Core.Config;

namespace Appliance.App;

/// <summary>Starts the appliance. Never returns: a program that ends leaves the board idle until somebody comes.</summary>
public static class Program
{
    private const int RetryMs = 10_000;

    public static void Main()
    {
        SiteConfig config = Load();
        while (config == null)
        {
            // Files can still be put on the board while it runs.
            Thread.Sleep(RetryMs);
            config = Load();
        }

        try
        {
            BootRecord boot = BootRecord.Begin();
            Log.Line("boot", "session " + boot.Session.ToString() + ", started by " + boot.Reason);
            new Composer(boot).Start(config, Secrets.Read());
        }
        catch (Exception e)
        {
            Log.Line("boot", e.Message);
        }

        Thread.Sleep(Timeout.Infinite);
    }

    /// <returns>Null if there is no configuration, or none that can be used.</returns>
    private static SiteConfig Load()
    {
        try
        {
            Folder.Create();
            byte[] file = DurableFile.Read(Folder.SiteConfig);
            if (file != null)
            {
                return SiteConfig.Parse(file);
            }

            Log.Line("boot", "no configuration: put " + Folder.SiteConfig + " on the board");
        }
        catch (Exception e)
        {
            Log.Line("boot", Folder.SiteConfig + ": " + e.Message);
        }

        return null;
    }
}

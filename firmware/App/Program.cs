using System;
using System.Threading;
using Appliance.App.Composition;
using Appliance.App.Storage;

namespace Appliance.App;

/// <summary>Starts the appliance. Never returns: a program that ends leaves the board idle until somebody comes.</summary>
public static class Program
{
    private const int RetryMs = 10_000;

    public static void Main()
    {
        BootRecord boot = null;
        while (true)
        {
            try
            {
                boot = boot ?? Begin();
                if (boot != null && Starter.TryStart(boot))
                {
                    break;
                }
            }
            catch (Exception e)
            {
                Log.Line("boot", e.Message);
            }

            // Files can still be put on the board while it runs.
            Thread.Sleep(RetryMs);
        }

        Thread.Sleep(Timeout.Infinite);
    }

    /// <returns>Null as long as there is no configuration: nothing has started.</returns>
    private static BootRecord Begin()
    {
        Folder.Create();
        if (!SiteFile.IsThere)
        {
            Log.Line("boot", "no configuration: put " + Folder.SiteConfig + " on the board");
            return null;
        }

        BootRecord boot = BootRecord.Begin();
        Log.Line("boot", "session " + boot.Session.ToString() + ", started by " + boot.Reason);
        return boot;
    }
}

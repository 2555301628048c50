using System;
using Appliance.Core.Config;

namespace Appliance.App.Storage;

/// <summary>The configuration on flash, and the copy of the one that a good start had last.</summary>
public static class SiteFile
{
    /// <summary>There is something to start by.</summary>
    public static bool IsThere => DurableFile.Read(Folder.SiteConfig) != null || DurableFile.Read(Folder.GoodConfig) != null;

    /// <returns>Null if there is no such file, or it is damaged.</returns>
    public static SiteConfig Load(string path)
    {
        try
        {
            byte[] file = DurableFile.Read(path);
            return file == null ? null : SiteConfig.Parse(file);
        }
        catch (Exception e)
        {
            Log.Line("boot", path + ": " + e.Message);
            return null;
        }
    }

    /// <summary>The present file is good, if it is still the one that was started by. Written only when it differs from the copy.</summary>
    /// <param name="hash">Of the configuration that was started by.</param>
    public static void KeepGood(string hash)
    {
        SiteConfig good = Load(Folder.GoodConfig);
        if (good != null && good.Hash == hash)
        {
            return;
        }

        try
        {
            byte[] file = DurableFile.Read(Folder.SiteConfig);
            if (file != null && SiteConfig.Parse(file).Hash == hash)
            {
                DurableFile.Write(Folder.GoodConfig, file);
            }
        }
        catch (Exception e)
        {
            Log.Line("boot", "no copy of the configuration: " + e.Message);
        }
    }
}

using System.IO;

namespace Appliance.App.Storage;

/// <summary>The appliance's own directory. The root of I: belongs to the image, which keeps the network settings there.</summary>
public static class Folder
{
    public const string Path = "I:\\ixp";

    public const string SiteConfig = Path + "\\site.conf";

    public const string Secrets = Path + "\\secrets.conf";

    /// <summary>The configuration that a good start had last.</summary>
    public const string GoodConfig = Path + "\\site.good";

    /// <summary>What one start tells the next.</summary>
    public const string Boot = Path + "\\boot";

    /// <summary>The number of the session once more.</summary>
    public const string Session = Path + "\\session";

    public const string StandingAlarms = Path + "\\alarms";

    /// <summary>What goes on counting over restarts.</summary>
    public const string Counters = Path + "\\counters";

    /// <summary>Probes that took the place of those that the site file names.</summary>
    public const string Adopted = Path + "\\adopted";

    /// <summary>The last changes of the configuration by command, the one on trial among them.</summary>
    public const string Changes = Path + "\\changes";

    /// <summary>Written, read and deleted to see whether the flash works.</summary>
    public const string SelfTest = Path + "\\self-test";

    /// <summary>Reports that wait for the broker.</summary>
    public const string Journal = Path + "\\journal";

    /// <summary>How many of them will never get there.</summary>
    public const string JournalAccount = Path + "\\lost";

    public static void Create()
    {
        if (!Directory.Exists(Path))
        {
            Directory.CreateDirectory(Path);
        }
    }
}

using System.Collections;
using Appliance.Core.Config;

namespace Appliance.App.Storage;

/// <summary>The password for the broker, from a file of its own. Never logged, never published.</summary>
public sealed class BrokerSecret
{
    private BrokerSecret(string password)
    {
        Password = password;
    }

    public string Password { get; }

    /// <returns>The secret; with an empty password if there is no file.</returns>
    /// <exception cref="ConfigException">The file is damaged.</exception>
    public static BrokerSecret Read()
    {
        byte[] file = DurableFile.Read(Folder.Secrets);
        if (file != null)
        {
            ArrayList entries = ConfigReader.Read(file);
            for (int i = 0; i < entries.Count; i++)
            {
                ConfigEntry entry = (ConfigEntry)entries[i];
                if (entry.Keyword == "broker")
                {
                    return new BrokerSecret(entry.Text("password"));
                }
            }
        }

        return new BrokerSecret("");
    }
}

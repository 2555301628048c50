using System;
using System.Collections;
using System.Text;
using Appliance.Core.Config;

namespace Appliance.App.Storage;

/// <summary>Password for the broker and communities of SNMP agents, from a file of their own. Never logged, never published.</summary>
public sealed class Secrets
{
    /// <summary>What an agent is asked with while nobody has said otherwise: the word that agents come with.</summary>
    private const string UsualCommunity = "public";

    private readonly Hashtable _communities = new Hashtable();

    private Secrets()
    {
    }

    /// <summary>Empty if none is kept.</summary>
    public string Password { get; private set; } = "";

    /// <returns>The secrets; none if there is no file, or it is damaged: the sensors and the LED need none.</returns>
    public static Secrets Read()
    {
        Secrets secrets = new Secrets();
        try
        {
            byte[] file = DurableFile.Read(Folder.Secrets);
            if (file != null)
            {
                secrets.Take(ConfigReader.Read(file));
            }
        }
        catch (Exception)
        {
            // Not what it says: it might quote a secret.
            Log.Line("boot", Folder.Secrets + " is damaged");
        }

        return secrets;
    }

    /// <param name="name">The name by which targets speak of it: <c>default</c>.</param>
    /// <returns>The community as it goes over the wire. Where none of that name is kept, the usual one: an agent that does not answer is seen.</returns>
    public byte[] Community(string name) => Encoding.UTF8.GetBytes((string)_communities[name] ?? UsualCommunity);

    private void Take(ArrayList entries)
    {
        for (int i = 0; i < entries.Count; i++)
        {
            ConfigEntry entry = (ConfigEntry)entries[i];
            if (entry.Keyword == "broker")
            {
                Password = entry.Text("password");
            }
            else if (entry.Keyword == "snmp")
            {
                _communities[entry.Text("name")] = entry.Text("community");
            }
        }
    }
}

using System.Collections;
using Appliance.Core.Boot;
using Appliance.Core.Config;

namespace Appliance.App.Composition;

/// <summary>What is left of a configuration on the lower rungs of the boot ladder.</summary>
public static class LeanConfig
{
    /// <summary>Values by which a sensor names what it cannot be without: a metric of another, but a target first.</summary>
    private static readonly string[] Leans = { "of", "minus", "presence" };

    /// <summary>Takes away what the rung does without. The file is not touched.</summary>
    public static void Reduce(SiteConfig config, BootRung rung)
    {
        if (rung < BootRung.SensorsOnly)
        {
            return;
        }

        config.Targets.Clear();
        config.Ports.Clear();
        if (rung == BootRung.NetworkOnly)
        {
            config.Sensors.Clear();
            config.Alarms.Clear();
            config.Pins.Clear();
            return;
        }

        ArrayList gone = new ArrayList();
        for (int i = config.Sensors.Count - 1; i >= 0; i--)
        {
            ConfigEntry entry = (ConfigEntry)config.Sensors[i];
            if (entry.Has("target"))
            {
                gone.Add(entry.Text("name") + "_");
                config.Sensors.RemoveAt(i);
            }
        }

        for (int i = config.Sensors.Count - 1; i >= 0; i--)
        {
            if (LeansOn(gone, (ConfigEntry)config.Sensors[i]))
            {
                config.Sensors.RemoveAt(i);
            }
        }
    }

    private static bool LeansOn(ArrayList gone, ConfigEntry entry)
    {
        for (int i = 0; i < Leans.Length; i++)
        {
            string metric = entry.Text(Leans[i], "");
            for (int j = 0; j < gone.Count; j++)
            {
                if (metric.StartsWith((string)gone[j]))
                {
                    return true;
                }
            }
        }

        return false;
    }
}

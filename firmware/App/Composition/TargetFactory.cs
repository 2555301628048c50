using System.Collections;
using Appliance.Core.Config;
using Appliance.Core.Probing;

namespace Appliance.App.Composition;

/// <summary>Makes the probe targets that the configuration names.</summary>
public static class TargetFactory
{
    /// <param name="entries">Entries <c>target kind= name= host= …</c>.</param>
    /// <exception cref="ConfigException">A kind is unknown or a value missing.</exception>
    public static Target[] Make(ArrayList entries)
    {
        Target[] targets = new Target[entries.Count];
        for (int i = 0; i < targets.Length; i++)
        {
            targets[i] = Make((ConfigEntry)entries[i]);
        }

        return targets;
    }

    private static Target Make(ConfigEntry entry)
    {
        string kind = entry.Text("kind");
        if (!TargetKindName.TryParse(kind, out TargetKind parsed) || parsed > TargetKind.Tcp)
        {
            throw new ConfigException(entry.Line, "unknown kind of target '" + kind + "'");
        }

        return new Target(
            entry.Text("name"),
            parsed,
            entry.Text("host"),
            parsed == TargetKind.Tcp ? entry.Number("port", 1, 65535) : 0,
            entry.Number("period", 1, 3600, 10),
            entry.Number("timeout_ms", 50, 30_000, 2000),
            StateLimits.Default());
    }
}

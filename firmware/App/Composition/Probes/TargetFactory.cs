using System.Collections;
using Appliance.Core.Config;
using Appliance.Core.Probing;

namespace Appliance.App.Composition.Probes;

/// <summary>Makes the probe targets that the configuration names.</summary>
public static class TargetFactory
{
    private static readonly string[] LimitKeys = { "slow_ms", "loss_pct", "attempts", "flap_start_pct", "flap_stop_pct" };

    /// <summary>Shared by all targets that have no limits of their own.</summary>
    private static readonly StateLimits Usual = StateLimits.Default();

    /// <param name="entries">Entries <c>target kind= name= host= …</c>.</param>
    /// <exception cref="ConfigException">A kind is unknown, a value missing or wrong, or a parent no target.</exception>
    public static Target[] Make(ArrayList entries)
    {
        Target[] targets = new Target[entries.Count];
        for (int i = 0; i < targets.Length; i++)
        {
            targets[i] = Make((ConfigEntry)entries[i]);
        }

        for (int i = 0; i < targets.Length; i++)
        {
            ConfigEntry entry = (ConfigEntry)entries[i];
            if (entry.Has("parents"))
            {
                targets[i].DependOn(Parents(entry, targets));
            }
        }

        RefuseCircle(entries, targets);
        return targets;
    }

    /// <returns>The place of a target; -1 if there is none of that name.</returns>
    public static int IndexOf(Target[] targets, string name)
    {
        for (int i = 0; i < targets.Length; i++)
        {
            if (targets[i].Name == name)
            {
                return i;
            }
        }

        return -1;
    }

    private static Target Make(ConfigEntry entry)
    {
        string name = entry.Text("kind");
        if (!TargetKindName.TryParse(name, out TargetKind kind))
        {
            throw new ConfigException(entry.Line, "unknown kind of target '" + name + "'");
        }

        return new Target(
            entry.Text("name"),
            kind,
            entry.Text("host"),
            Port(entry, kind),
            entry.Number("period", 1, 3600, 10),
            entry.Number("timeout_ms", 50, 30_000, 2000),
            Limits(entry));
    }

    private static int Port(ConfigEntry entry, TargetKind kind) =>
        kind == TargetKind.Tcp ? entry.Number("port", 1, 65535) : entry.Number("port", 1, 65535, UsualPort(kind));

    /// <summary>That of icmp stands in where the board may not ping: hardly a host in a rack has neither SSH nor a word for who asks.</summary>
    private static int UsualPort(TargetKind kind) => kind switch
    {
        TargetKind.Bgp => 179,
        TargetKind.Http => 80,
        TargetKind.Dns => 53,
        TargetKind.Snmp => 161,
        _ => 22,
    };

    private static StateLimits Limits(ConfigEntry entry)
    {
        StateLimits usual = Usual;
        bool isUsual = true;
        for (int i = 0; i < LimitKeys.Length; i++)
        {
            isUsual &= !entry.Has(LimitKeys[i]);
        }

        if (isUsual)
        {
            return usual;
        }

        int start = entry.Number("flap_start_pct", 1, 100, usual.FlapStartPercent);
        int stop = entry.Number("flap_stop_pct", 0, 99, usual.FlapStopPercent);
        if (stop >= start)
        {
            throw new ConfigException(entry.Line, "flap_stop_pct is not below flap_start_pct");
        }

        return new StateLimits(
            entry.Number("slow_ms", 1, 60_000, (int)(usual.SlowMicros / 1000)) * 1000L,
            entry.Number("loss_pct", 1, 100, usual.LossPercent),
            entry.Number("attempts", 1, 10, usual.Attempts),
            start,
            stop);
    }

    private static Target[] Parents(ConfigEntry entry, Target[] targets)
    {
        string[] names = entry.Text("parents").Split(',');
        Target[] parents = new Target[names.Length];
        for (int i = 0; i < names.Length; i++)
        {
            int at = IndexOf(targets, names[i]);
            if (at < 0)
            {
                throw new ConfigException(entry.Line, "'" + names[i] + "' is no target that could lie before " + entry.Text("name"));
            }

            parents[i] = targets[at];
        }

        return parents;
    }

    /// <summary>Settles those without parents, then those whose parents are settled: what is left lies on a circle, or behind one.</summary>
    private static void RefuseCircle(ArrayList entries, Target[] targets)
    {
        bool[] isSettled = new bool[targets.Length];
        for (int round = 0; round <= targets.Length; round++)
        {
            for (int i = 0; i < targets.Length; i++)
            {
                isSettled[i] = isSettled[i] || AreSettled(targets[i].Parents, targets, isSettled);
            }
        }

        for (int i = 0; i < targets.Length; i++)
        {
            if (!isSettled[i])
            {
                throw new ConfigException(((ConfigEntry)entries[i]).Line, "the parents of '" + targets[i].Name + "' lead in a circle");
            }
        }
    }

    private static bool AreSettled(Target[] parents, Target[] targets, bool[] isSettled)
    {
        for (int i = 0; parents != null && i < parents.Length; i++)
        {
            if (!isSettled[IndexOf(targets, parents[i].Name)])
            {
                return false;
            }
        }

        return true;
    }
}

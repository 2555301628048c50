using System;
using System.Net;
using Appliance.App.Composition.Probes;
using Appliance.App.Composition.Sensors;
using Appliance.App.Networking;
using Appliance.App.Probing;
using Appliance.App.Storage;
using Appliance.App.Uplink;
using Appliance.Core.Config;
using Appliance.Core.Contract;
using Appliance.Core.Metrics;
using Appliance.Core.Probing;

namespace Appliance.App.Composition;

/// <summary>Reads a configuration by the code that a start reads it by, as far as that touches no hardware.</summary>
public sealed class ConfigCheck
{
    private readonly Secrets _secrets;

    public ConfigCheck(Secrets secrets)
    {
        _secrets = secrets;
    }

    /// <exception cref="ConfigException">It cannot be used; says where and why.</exception>
    public void Look(SiteConfig config)
    {
        BrokerAddress broker = new BrokerAddress(config.Single("broker"), config.Device, "");
        if (broker.Host.Length == 0)
        {
            throw new ConfigException(config.Single("broker").Line, "'host' is empty");
        }

        Network.Of(config.Single("board"));
        Network.Static(config.Single("network"));
        _ = config.OffsetMinutes;
        Target[] targets = TargetFactory.Make(config.Targets);
        for (int i = 0; i < targets.Length; i++)
        {
            LookAtHost(targets[i], ((ConfigEntry)config.Targets[i]).Line);
        }

        ProbeBook book = new ProbeBook(targets, new Topics(config.Site, config.Device), null, null, config.ReportMs);
        ProbeFactory probes = new ProbeFactory(book, config.Targets, _secrets);
        for (int i = 0; i < config.Ports.Count; i++)
        {
            probes.Agent((ConfigEntry)config.Ports[i]);
        }

        LookAtSensors(config, targets);
    }

    private static void LookAtHost(Target target, int line)
    {
        try
        {
            IPAddress.Parse(target.Host);
        }
        catch (Exception)
        {
            throw new ConfigException(line, "'host=" + target.Host + "' is no IPv4 address");
        }
    }

    private static void LookAtSensors(SiteConfig config, Target[] targets)
    {
        MetricBook metrics = new MetricBook();
        for (int i = 0; i < config.Sensors.Count; i++)
        {
            SensorEntry entry = new SensorEntry((ConfigEntry)config.Sensors[i], metrics);
            SensorKinds.Find(entry).Metrics(entry);
        }

        for (int i = 0; i < config.Alarms.Count; i++)
        {
            ConfigEntry entry = (ConfigEntry)config.Alarms[i];
            Limits limits = LimitFactory.Read(entry);
            LookAtOrder(entry, limits);
            if (limits.Inhibitor != null && metrics.Find(limits.Inhibitor) == null && !IsTarget(limits.Inhibitor, targets))
            {
                throw new ConfigException(entry.Line, "'inhibit=" + limits.Inhibitor + "' is no metric and no target");
            }
        }
    }

    private static bool IsTarget(string name, Target[] targets)
    {
        bool isOne = false;
        for (int i = 0; i < targets.Length; i++)
        {
            isOne |= targets[i].Name == name;
        }

        return isOne;
    }

    private static void LookAtOrder(ConfigEntry entry, Limits limits)
    {
        long[] rising = { limits.LowCritical, limits.LowWarning, limits.HighWarning, limits.HighCritical };
        long last = Limits.None;
        for (int i = 0; i < rising.Length; i++)
        {
            if (rising[i] != Limits.None)
            {
                if (last != Limits.None && rising[i] <= last)
                {
                    throw new ConfigException(
                        entry.Line, "the limits of " + entry.Text("name") + " do not rise: low_critical, low_warning, high_warning, high_critical");
                }

                last = rising[i];
            }
        }

        long low = limits.LowWarning != Limits.None ? limits.LowWarning : limits.LowCritical;
        long high = limits.HighWarning != Limits.None ? limits.HighWarning : limits.HighCritical;
        bool isBand = low != Limits.None && high != Limits.None;
        if (limits.Hysteresis < 0
            || (isBand && limits.Hysteresis >= high - low)
            || (limits.Change != Limits.None && limits.Hysteresis >= limits.Change))
        {
            throw new ConfigException(entry.Line, "the hysteresis of " + entry.Text("name") + " is as wide as the band between its limits: the alarm would not end");
        }
    }
}

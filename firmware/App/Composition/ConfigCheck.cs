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

        Ethernet.Static(config.Single("network"));
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

        LookAtSensors(config);
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

    private static void LookAtSensors(SiteConfig config)
    {
        MetricBook metrics = new MetricBook();
        for (int i = 0; i < config.Sensors.Count; i++)
        {
            SensorEntry entry = new SensorEntry((ConfigEntry)config.Sensors[i], metrics);
            SensorKinds.Find(entry).Metrics(entry);
        }

        for (int i = 0; i < metrics.Count; i++)
        {
            Limits limits = metrics[i].Limits;
            if (limits != null)
            {
                LookAtOrder(metrics[i], limits);
            }
        }
    }

    private static void LookAtOrder(Metric metric, Limits limits)
    {
        long[] rising = { limits.LowCritical, limits.LowWarning, limits.HighWarning, limits.HighCritical };
        long last = Limits.None;
        for (int i = 0; i < rising.Length; i++)
        {
            if (rising[i] != Limits.None)
            {
                if (last != Limits.None && rising[i] <= last)
                {
                    throw new ConfigException(0, "the limits of " + metric.Key + " do not rise: low_critical, low_warning, high_warning, high_critical");
                }

                last = rising[i];
            }
        }
    }
}

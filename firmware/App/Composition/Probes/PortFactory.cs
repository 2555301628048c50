using System.Collections;
using System.Text;
using Appliance.App.Composition.Sensors;
using Appliance.App.Probing.Snmp;
using Appliance.Core.Config;
using Appliance.Core.Counters;
using Appliance.Core.Metrics;
using Appliance.Core.Traffic;

namespace Appliance.App.Composition.Probes;

/// <summary>Makes the ports that the configuration names, what is summed up over them, and the metrics of both.</summary>
public static class PortFactory
{
    /// <param name="config">Its entries <c>port name= target= …</c>.</param>
    /// <param name="sensors">Where what fills the metrics goes.</param>
    /// <exception cref="ConfigException">A value is missing or wrong.</exception>
    public static void Add(SiteConfig config, ProbeFactory probes, MetricBook book, CounterBook counters, SensorFactory sensors)
    {
        ArrayList entries = config.Ports;
        SwitchPort[] ports = new SwitchPort[entries.Count];
        SnmpAgent[] agents = new SnmpAgent[ports.Length];
        int slowest = 0;
        for (int i = 0; i < ports.Length; i++)
        {
            ConfigEntry entry = (ConfigEntry)entries[i];
            agents[i] = probes.Agent(entry);
            ports[i] = Make(entry);
            slowest = agents[i].PollMs > slowest ? agents[i].PollMs : slowest;
            if (ports[i].HasKeys)
            {
                sensors.Add(new PortSensor(probes.Gate, ports[i], agents[i].PollMs, Keys(ports[i].Name, book)));
            }
        }

        for (int i = 0; i < ports.Length; i++)
        {
            if (System.Array.IndexOf(agents, agents[i]) == i)
            {
                agents[i].Watch(Of(agents[i], agents, ports));
            }
        }

        if (ports.Length > 0)
        {
            sensors.Add(new TrafficSensor(probes.Gate, ports, slowest, config.OffsetMinutes, counters, Totals(book)));
        }
    }

    /// <returns>The ports of one agent.</returns>
    private static SwitchPort[] Of(SnmpAgent agent, SnmpAgent[] agents, SwitchPort[] ports)
    {
        ArrayList found = new ArrayList();
        for (int i = 0; i < ports.Length; i++)
        {
            if (agents[i] == agent)
            {
                found.Add(ports[i]);
            }
        }

        return (SwitchPort[])found.ToArray(typeof(SwitchPort));
    }

    private static SwitchPort Make(ConfigEntry entry)
    {
        bool isMember = entry.Number("member", 0, 1, 1) == 1;
        return new SwitchPort(
            entry.Text("name"),
            entry.Has("if_name") ? Encoding.UTF8.GetBytes(entry.Text("if_name")) : null,
            entry.Has("if_name") ? 0 : (uint)entry.Number("if_index", 1, int.MaxValue),
            isMember,
            !isMember || entry.Number("keys", 0, 1, 0) == 1);
    }

    private static Metric[] Keys(string name, MetricBook book) => new Metric[]
    {
        Add(book, name, "up", ""),
        Add(book, name, "in_bps", "bit/s"),
        Add(book, name, "out_bps", "bit/s"),
        Add(book, name, "in_err_pm", "1/min"),
    };

    private static Metric[] Totals(MetricBook book) => new Metric[]
    {
        Add(book, "exchange", "in_bps", "bit/s"),
        Add(book, "exchange", "out_bps", "bit/s"),
        Add(book, "exchange_peak", "in_bps", "bit/s"),
        Add(book, "exchange_peak", "out_bps", "bit/s"),
        Add(book, "ports", "up_count", "ports"),
        Add(book, "ports", "count", "ports"),
    };

    private static Metric Add(MetricBook book, string name, string suffix, string unit) =>
        book.Add(new Metric(Group.Traffic, name, suffix, unit, 0));
}

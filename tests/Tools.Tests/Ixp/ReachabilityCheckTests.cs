using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Ixp.Sites;
using Xunit;
using static Tools.Tests.Ixp.Samples;

namespace Tools.Tests.Ixp;

/// <summary>
/// Targets and ports that read well and cannot work. Targets of the sample: 0 switch1, 1 switch1_snmp, 2 console, 3 rs1_bgp, 4 lg, 5 resolver,
/// 6 ups1_snmp; ports: 0 as64500 by name, 1 as64501 by index, 2 trunk.
/// </summary>
public class ReachabilityCheckTests
{
    [Fact]
    public void Sample_can_work() => Assert.Empty(SiteCheck.Of(ReachableSite, GoodBoard));

    [Theory]
    [InlineData("targets.0.timeout_ms", "5000", "targets[0].timeout_ms: switch1 has 5000 ms to answer and is asked every 5 s; wait less for an answer or ask less often.")]
    [InlineData("targets.0.period_s", "1", "targets[0].timeout_ms: switch1 has 1000 ms to answer and is asked every 1 s; wait less for an answer or ask less often.")]
    [InlineData("targets.2.flap_stop_pct", "40", "targets[2].flap_stop_pct: 40 is not below flap_start_pct, which is 40; let flapping stop at less than it starts at.")]
    [InlineData("targets.0.flap_start_pct", "20", "targets[0].flap_stop_pct: 20 is not below flap_start_pct, which is 20; let flapping stop at less than it starts at.")]
    [InlineData("targets.0.flap_stop_pct", "30", "targets[0].flap_stop_pct: 30 is not below flap_start_pct, which is 30; let flapping stop at less than it starts at.")]
    [InlineData("targets.4.parents", "[\"swich1\"]", "targets[4].parents[0]: no target is called swich1; the nearest is switch1.")]
    [InlineData("targets.3.parents", "[\"switch1\",\"console\",\"switch1\"]", "targets[3].parents[2]: switch1 stands there twice; name it once.")]
    [InlineData("targets.0.parents", "[\"switch1\"]", "targets[0].parents: switch1 is reached through itself: switch1 through switch1; take away the parent that is not on the way.")]
    [InlineData("targets.0.parents", "[\"console\"]", "targets[0].parents: switch1 is reached through itself: switch1 through console through switch1; take away the parent that is not on the way.")]
    [InlineData("targets.4.name", "\"ups\"", "targets[4].name: ups is the name of a sensor already, and alarms and events tell each by its name; give the target another name.")]
    [InlineData("sensors.0.target", "\"ups_snmp\"", "sensors[0].target: no target is called ups_snmp; the nearest is ups1_snmp.")]
    [InlineData("sensors.0.target", "\"switch1\"", "sensors[0].target: switch1 is a target of kind icmp, and this is asked by SNMP; name a target of kind snmp.")]
    [InlineData("ports.0.target", "\"switch2_snmp\"", "ports[0].target: no target is called switch2_snmp; the nearest is switch1_snmp.")]
    [InlineData("ports.0.target", "\"console\"", "ports[0].target: console is a target of kind tcp, and this is asked by SNMP; name a target of kind snmp.")]
    [InlineData("ports.2.if_name", "\"Ethernet 1/1\"", "ports[2].if_name: 'Ethernet 1/1' of switch1_snmp is the port as64500 already; take one of the two away.")]
    [InlineData("ports.0.name", "\"switch1_fan\"", "ports[0].name: switch1_fan is the name of a sensor already, and alarms and events tell each by its name; give the port another name.")]
    [InlineData("ports.0.name", "\"lg\"", "ports[0].name: lg is the name of a target already, and alarms and events tell each by its name; give the port another name.")]
    [InlineData("ports.0.name", "\"exchange\"", "ports[0].name: exchange begins the keys of the whole exchange in the group traffic; give the port another name.")]
    [InlineData("ports.0.name", "\"exchange_peak\"", "ports[0].name: exchange_peak begins the keys of the whole exchange in the group traffic; give the port another name.")]
    [InlineData("ports.0.name", "\"ports\"", "ports[0].name: ports begins the keys of the whole exchange in the group traffic; give the port another name.")]
    public void One_value_that_cannot_work(string path, string value, string finding) =>
        Assert.Equal([finding], Told(Read(Changed(ReachableJson, path.Split('.'), value))));

    [Fact]
    public void Two_ports_of_one_index() => Assert.Equal(
        ["ports[3].if_index: index 10101 of switch1_snmp is the port as64501 already; take one of the two away."],
        Told(WithPort("as64502", "switch1_snmp", null, 10101)));

    [Fact]
    public void Two_ports_of_one_name() => Assert.Equal(
        ["ports[3].name: trunk is the name of a port already, and alarms and events tell each by its name; give the port another name."],
        Told(WithPort("trunk", "switch1_snmp", "Ethernet9", null)));

    [Fact]
    public void Same_place_in_another_switch_is_another_port_and_a_name_of_digits_is_no_index()
    {
        Assert.Empty(Told(WithPort("as64502", "ups1_snmp", null, 10101)));
        Assert.Empty(Told(WithPort("as64502", "switch1_snmp", "10101", null)));
    }

    [Theory]
    [InlineData(64, 64)]
    [InlineData(65, 64)]
    [InlineData(64, 65)]
    public void More_than_a_device_has_room_for(int targets, int ports)
    {
        var site = ReachableSite;
        site = site with
        {
            Targets = [.. site.Targets, .. Numbers(targets - site.Targets.Count).Select(n => new TargetEntry("bgp", "peer" + n, "192.0.2.1", 179, 10, 500))],
            Ports = [.. site.Ports, .. Numbers(ports - site.Ports.Count).Select(n => new PortEntry("as" + n, "ups1_snmp", "port" + n, null, true, false))],
        };

        Assert.Equal(
            [
                .. targets > 64 ? new[] { "targets: there are 65, and a device has room for 64; leave some out or give them to a second device." } : [],
                .. ports > 64 ? new[] { "ports: there are 65, and a device has room for 64; leave some out or give them to a second device." } : [],
            ],
            Told(site));
    }

    [Fact]
    public void Each_circle_is_told_once_and_what_hangs_on_it_is_not_in_it()
    {
        var site = WithParents(("a", ["b"]), ("b", ["c"]), ("c", ["a", "d"]), ("d", ["d"]), ("e", ["a"]));

        Assert.Equal(
            [
                "targets[0].parents: a is reached through itself: a through b through c through a; take away the parent that is not on the way.",
                "targets[3].parents: d is reached through itself: d through d; take away the parent that is not on the way.",
            ],
            Told(site));
    }

    /// <summary>Against another way to find circles: what has no parents left is taken away until nothing changes.</summary>
    [Fact]
    public void Circles_are_found_where_there_are_any() => Prop.ForAll(
        Gen.Frequency((3, Gen.Constant<List<int>>([])), (4, Gen.Choose(0, 6).ListOf(1)), (2, Gen.Choose(0, 6).ListOf(2))).ListOf(7).ToArbitrary(),
        parents =>
        {
            var site = WithParents([.. parents.Select((p, i) => ("t" + i, p.Distinct().Select(n => "t" + n).ToArray()))]);
            var left = site.Targets.ToDictionary(t => t.Name, t => t.Parents);
            while (left.FirstOrDefault(t => !t.Value.Any(left.ContainsKey)).Key is { } free)
                left.Remove(free);

            Assert.Equal(left.Count > 0, Told(site).Any());
        }).QuickCheckThrowOnFailure();

    private static Site WithParents(params (string Name, string[] Parents)[] targets) => GoodSite with
    {
        Sensors = [],
        Ports = [],
        Targets = [.. targets.Select(t => new TargetEntry("icmp", t.Name, "192.0.2.1", 0, 10, 500) { Parents = t.Parents })],
    };

    private static Site WithPort(string name, string target, string? ifName, int? ifIndex)
    {
        var site = ReachableSite;
        return site with { Ports = [.. site.Ports, new PortEntry(name, target, ifName, ifIndex, true, false)] };
    }

    private static IEnumerable<string> Numbers(int count) => Enumerable.Range(1, count).Select(n => n.ToString(CultureInfo.InvariantCulture));

    private static IEnumerable<string> Told(Site site) => SiteCheck.Of(site, GoodBoard with { Memory = GoodBoard.Memory with { ManagedHeap = 4_000_000 } }).Select(f => f.ToString());
}

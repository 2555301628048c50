using System.Text;
using Ixp.Sites;
using Xunit;
using static Tools.Tests.Ixp.Samples;

namespace Tools.Tests.Ixp;

/// <summary>The lines of targets and ports: what the site file gives, and what the device has to be told all the same.</summary>
public class ReachabilityPackerTests
{
    [Theory]
    [InlineData(0, "kind=icmp name=switch1 host=192.0.2.11 port=23 period=5 timeout_ms=1000")]
    [InlineData(1, "kind=snmp name=switch1_snmp host=192.0.2.11 port=1161 period=10 timeout_ms=2000 parents=switch1 community=core poll=60")]
    [InlineData(2, "kind=tcp name=console host=192.0.2.12 port=22 period=10 timeout_ms=2000 parents=switch1 banner=SSH-2.0- slow_ms=100 loss_pct=10 attempts=5 flap_start_pct=40 flap_stop_pct=25")]
    [InlineData(3, "kind=bgp name=rs1_bgp host=192.0.2.13 port=1179 period=10 timeout_ms=2000 parents=switch1,console")]
    [InlineData(4, "kind=http name=lg host=192.0.2.14 port=8080 period=10 timeout_ms=2000 path=/lg?q=1 vhost=lg.example.net")]
    [InlineData(5, "kind=dns name=resolver host=192.0.2.14 port=5353 period=10 timeout_ms=2000 query=www.example.net type=AAAA")]
    [InlineData(6, "kind=snmp name=ups1_snmp host=192.0.2.15 port=161 period=10 timeout_ms=2000 community=default poll=30")]
    public void Of_a_target(int index, string line) => Assert.Equal(line, Packed(ReachableSite.Targets[index]));

    [Theory]
    [InlineData("icmp", "port=22")]
    [InlineData("bgp", "port=179")]
    [InlineData("http", "port=80 path=/")]
    [InlineData("snmp", "port=161 community=default poll=30")]
    public void Of_a_target_with_no_more_than_it_must_have(string kind, string values) => Assert.Equal(
        $"kind={kind} name=t host=192.0.2.1 {values.Split(' ')[0]} period=10 timeout_ms=2000{values[values.Split(' ')[0].Length..]}",
        Packed(Read(Changed(ReachableJson, ["targets"], $$"""[{ "kind": "{{kind}}", "name": "t", "host": "192.0.2.1" }]""")).Targets[0]));

    [Theory]
    [InlineData("icmp", 0, "")]
    [InlineData("tcp", 22, " port=22")]
    [InlineData("snmp", 161, " port=161")]
    public void Of_a_target_that_leaves_the_rest_to_its_kind(string kind, int port, string told) => Assert.StartsWith(
        $"kind={kind} name=server1 host=127.0.0.1{told} period=1 timeout_ms=500",
        Packed(new TargetEntry(kind, "server1", "127.0.0.1", port, 1, 500)),
        StringComparison.Ordinal);

    [Fact]
    public void Of_sensors_that_are_asked_through_targets() => Assert.Equal(
        [
            "kind=ups name=ups group=power period=5 target=ups1_snmp",
            "kind=entity name=switch1_inlet group=climate period=5 target=switch1_snmp index=1001 unit=c",
            "kind=entity name=switch1_fan group=cooling period=5 target=switch1_snmp index=2147483647 unit=rpm",
        ],
        Lines("sensor", ReachableSite));

    [Fact]
    public void Keys_of_sensors_that_are_asked_through_targets() => Assert.Equal(
        ["ups_on_battery", "ups_left_min", "ups_charge_pct", "ups_input_v", "switch1_inlet_c", "switch1_fan_rpm"],
        ReachableSite.Sensors.SelectMany(s => s.Keys));

    [Fact]
    public void Of_ports() => Assert.Equal(
        [
            "name=as64500 target=switch1_snmp if_name=Ethernet%201/1 member=1 keys=1",
            "name=as64501 target=switch1_snmp if_index=10101 member=1 keys=0",
            "name=trunk target=switch1_snmp if_name=Ethernet48 member=0 keys=1",
        ],
        Lines("port", ReachableSite));

    [Theory]
    [InlineData("""{ "servers": ["192.0.2.1", "192.0.2.2"], "utc_offset_min": 345 }""", "server1=192.0.2.1 server2=192.0.2.2 utc_offset_min=345")]
    [InlineData("""{ "servers": ["192.0.2.1"], "utc_offset_min": 0 }""", "server1=192.0.2.1")]
    [InlineData("""{ "utc_offset_min": -720 }""", "utc_offset_min=-720")]
    public void Of_the_time(string json, string line) => Assert.Equal([line], Lines("time", Read(Changed(ReachableJson, ["time"], json))));

    [Fact]
    public void Of_the_time_where_all_is_by_default() => Assert.Empty(Lines("time", GoodSite));

    private static string Packed(TargetEntry target) => Lines("target", GoodSite with { Targets = [target] }).Single();

    private static IEnumerable<string> Lines(string keyword, Site site) => Encoding.ASCII.GetString(SitePacker.Pack(site, GoodBoard)).Split('\n')
        .Where(l => l.StartsWith(keyword + " ", StringComparison.Ordinal)).Select(l => l[(keyword.Length + 1)..]);
}

using Appliance.Core.Dns;
using Ixp.Running;
using Ixp.Sites;
using Xunit;
using static Tools.Tests.Ixp.Samples;

namespace Tools.Tests.Ixp;

/// <summary>Every mistake has its sentence. A mistake is a path in the good file and the value put there; no value takes it away.</summary>
public class BrokenFileTests
{
    [Theory]
    [InlineData("site", null, "site: is missing.")]
    [InlineData("site", "5", "site: must be a text in quotes, not 5.")]
    [InlineData("site", "null", "site: must be a text in quotes, not null.")]
    [InlineData("site", "\"De Mo\"", "site: 'De Mo' cannot stand in a topic; take 1 to 32 characters of a-z, 0-9, _ and -.")]
    [InlineData("device", "\"\"", "device: '' cannot stand in a topic; take 1 to 32 characters of a-z, 0-9, _ and -.")]
    [InlineData("sit", "1", "sit: is not known here; did you mean 'site'?")]
    [InlineData("colour", "1", "colour: is not known here.")]
    [InlineData("board", "\"a\\u0000b\"", "board: must be a text in quotes, not \"a\\u0000b\".")]
    [InlineData("broker", null, "broker: is missing.")]
    [InlineData("broker", "\"here\"", "broker: must be an object in braces.")]
    [InlineData("broker.host", "\"\"", "broker.host: is empty; give the broker's name or IPv4 address.")]
    [InlineData("broker.port", "0", "broker.port: must be a whole number from 1 to 65535, not 0.")]
    [InlineData("broker.port", "65536", "broker.port: must be a whole number from 1 to 65535, not 65536.")]
    [InlineData("broker.port", "\"1883\"", "broker.port: must be a whole number from 1 to 65535, not \"1883\".")]
    [InlineData("broker.keepalive_s", "7.5", "broker.keepalive_s: must be a whole number from 5 to 3600, not 7.5.")]
    [InlineData("broker.keepalive", "5", "broker.keepalive: is not known here; did you mean 'keepalive_s'?")]
    [InlineData("time", "{\"servers\":[\"a\",\"b\",\"c\"]}", "time.servers: the device asks two servers at the most.")]
    [InlineData("time", "{\"servers\":[1]}", "time.servers[0]: must be a text in quotes.")]
    [InlineData("time", "{\"servers\":\"a\"}", "time.servers: must be a list in brackets.")]
    [InlineData("time", "{\"utc_offset_min\":841}", "time.utc_offset_min: must be a whole number from -720 to 840, not 841.")]
    [InlineData("network", "{\"address\":\"192.0.2.1\",\"mask\":\"255.255.255.0\"}", "network.gateway: is missing.")]
    [InlineData("network", "{\"gateway\":\"192.0.2\"}", "network.gateway: '192.0.2' is no IPv4 address such as 192.0.2.1.")]
    [InlineData("report_s", "3601", "report_s: must be a whole number from 1 to 3600, not 3601.")]
    [InlineData("sensors", "{}", "sensors: must be a list in brackets.")]
    [InlineData("sensors.0", "7", "sensors[0]: must be an object in braces.")]
    [InlineData("sensors.0.kind", "\"ds18b2\"", "sensors[0].kind: 'ds18b2' is not known; it is one of ds18b20, sht3x, sht4x, bme280, ntc, ina226, ina228, ina219, pzem004t, pzem017, divider, clamp, fan, contact, loop, delta, ups, entity; did you mean 'ds18b20'?")]
    [InlineData("sensors.0.group", "\"climat\"", "sensors[0].group: 'climat' is not known; it is one of power, climate, cooling, security; did you mean 'climate'?")]
    [InlineData("sensors.0.rom", null, "sensors[0].rom: is missing; a ds18b20 needs it.")]
    [InlineData("sensors.0.rom", "\"10139bbb0b00001f\"", "sensors[0].rom: '10139bbb0b00001f' is not a ROM code of a DS18B20: 16 hexadecimal digits, beginning with 28.")]
    [InlineData("sensors.1.name", "\"inlet\"", "sensors: 'inlet' stands there twice; give each a name of its own.")]
    [InlineData("sensors.2.address", null, "sensors[2].address: is missing; a sht4x needs it.")]
    [InlineData("sensors.2.address", "\"44\"", "sensors[2].address: '44' is no hexadecimal number from \"0x08\" to \"0x77\".")]
    [InlineData("sensors.2.address", "\"0x78\"", "sensors[2].address: '0x78' is no hexadecimal number from \"0x08\" to \"0x77\".")]
    [InlineData("sensors.2.bus", "3", "sensors[2].bus: must be one of 1, 2, not 3.")]
    [InlineData("sensors.3.shunt_microohm", null, "sensors[3].shunt_microohm: is missing; a ina226 needs it.")]
    [InlineData("sensors.4.slave", "248", "sensors[4].slave: must be a whole number from 1 to 247, not 248.")]
    [InlineData("sensors.5.pin", null, "sensors[5].pin: is missing; a fan needs it.")]
    [InlineData("sensors.7.closed_is_normal", "1", "sensors[7].closed_is_normal: must be true or false, not 1.")]
    [InlineData("sensors.0.limits.rh", "{}", "sensors[0].limits.rh: a ds18b20 measures no such unit; it has c.")]
    [InlineData("sensors.0.limits.c", "null", "sensors[0].limits.c: must be an object in braces.")]
    [InlineData("sensors.0.limits.c.high_warnin", "1", "sensors[0].limits.c.high_warnin: is not known here; did you mean 'high_warning'?")]
    [InlineData("sensors.0.limits.c.high_warning", "\"27\"", "sensors[0].limits.c.high_warning: must be a number from -1000000000 to 1000000000, not \"27\".")]
    [InlineData("sensors.0.limits.c.high_warning", "1e20", "sensors[0].limits.c.high_warning: must be a number from -1000000000 to 1000000000, not 1e20.")]
    [InlineData("sensors.0.limits.c.high_warning", "27.125", "sensors[0].limits.c.high_warning: 27.125 is finer than the sensor, which has 2 decimals.")]
    [InlineData("sensors.0.limits.c.hysteresis", "-1", "sensors[0].limits.c.hysteresis: -1 is negative.")]
    [InlineData("sensors.0.limits.c.trip_s", "14401", "sensors[0].limits.c.trip_s: must be a whole number from 0 to 14400, not 14401.")]
    [InlineData("sensors.0.limits.c.inhibit", "\"Mains!\"", "sensors[0].limits.c.inhibit: 'Mains!' is no key of a metric and no name; take 1 to 64 characters of a-z, 0-9, _ and -.")]
    [InlineData("sensors.0.preset", "\"ashrae-2\"", "sensors[0].preset: 'ashrae-2' is not known; it is one of ashrae-a1, ashrae-a2, ashrae-a3, ashrae-a4, mains-230-50, mains-120-60, dc-48, battery-12, fan, contact; did you mean 'ashrae-a2'?")]
    [InlineData("altitude_m", "5001", "altitude_m: must be a whole number from -500 to 5000, not 5001.")]
    public void Of_a_site(string path, string? value, string sentence) =>
        Assert.Equal(": " + sentence, Complaint(Patched(SiteFolder.Demonstration, path, value), f => SiteFile.Read(f)));

    [Theory]
    [InlineData("targets.0.kind", "\"udp\"", "targets[0].kind: 'udp' is not known; it is one of icmp, tcp, bgp, http, dns, snmp.")]
    [InlineData("targets.0.host", "\"switch.example\"", "targets[0].host: 'switch.example' is no IPv4 address such as 192.0.2.1.")]
    [InlineData("targets.0.port", "0", "targets[0].port: must be a whole number from 1 to 65535, not 0.")]
    [InlineData("targets.2.port", null, "targets[2].port: is missing; a tcp target needs it.")]
    [InlineData("targets.1.name", "\"switch1\"", "targets: 'switch1' stands there twice; give each a name of its own.")]
    [InlineData("targets.0.period_s", "0", "targets[0].period_s: must be a whole number from 1 to 3600, not 0.")]
    [InlineData("targets.0.timeout_ms", "49", "targets[0].timeout_ms: must be a whole number from 50 to 30000, not 49.")]
    [InlineData("targets.0.parents", "\"switch1\"", "targets[0].parents: must be a list in brackets.")]
    [InlineData("targets.0.parents", "[1]", "targets[0].parents[0]: must be a text in quotes.")]
    [InlineData("targets.0.slow_ms", "0", "targets[0].slow_ms: must be a whole number from 1 to 60000, not 0.")]
    [InlineData("targets.0.loss_pct", "101", "targets[0].loss_pct: must be a whole number from 1 to 100, not 101.")]
    [InlineData("targets.0.attempts", "11", "targets[0].attempts: must be a whole number from 1 to 10, not 11.")]
    [InlineData("targets.0.flap_start_pct", "0", "targets[0].flap_start_pct: must be a whole number from 1 to 100, not 0.")]
    [InlineData("targets.0.flap_stop_pct", "100", "targets[0].flap_stop_pct: must be a whole number from 0 to 99, not 100.")]
    [InlineData("targets.0.slo_ms", "9", "targets[0].slo_ms: is not known here; did you mean 'slow_ms'?")]
    [InlineData("targets.0.banner", "\"SSH-\"", "targets[0].banner: is not known here.")]
    [InlineData("targets.1.comunity", "\"core\"", "targets[1].comunity: is not known here; did you mean 'community'?")]
    [InlineData("targets.1.community", "\"Core\"", "targets[1].community: 'Core' is not a name of 1 to 32 characters of a-z, 0-9, _ and -.")]
    [InlineData("targets.1.poll_s", "4", "targets[1].poll_s: must be a whole number from 5 to 3600, not 4.")]
    [InlineData("targets.2.banner", "\"SSH\\n\"", "targets[2].banner: 'SSH\n' is not 1 to 64 characters of printable ASCII.")]
    [InlineData("targets.2.banner", "\"\"", "targets[2].banner: '' is not 1 to 64 characters of printable ASCII.")]
    [InlineData("targets.2.banner", "\"Grüße\"", "targets[2].banner: 'Grüße' is not 1 to 64 characters of printable ASCII.")]
    [InlineData("targets.4.path", "\"lg\"", "targets[4].path: 'lg' is not a path such as /lg/: a slash, then up to 255 characters of printable ASCII without spaces.")]
    [InlineData("targets.4.path", "\"/l g\"", "targets[4].path: '/l g' is not a path such as /lg/: a slash, then up to 255 characters of printable ASCII without spaces.")]
    [InlineData("targets.4.path", "\"/\\r\"", "targets[4].path: '/\r' is not a path such as /lg/: a slash, then up to 255 characters of printable ASCII without spaces.")]
    [InlineData("targets.4.vhost", "\"lg:80\"", "targets[4].vhost: 'lg:80' is not a host name: labels of 1 to 63 characters of A-Z, a-z, 0-9, _ and - parted by dots, 253 in all.")]
    [InlineData("targets.5.query", null, "targets[5].query: is missing; a dns target needs it.")]
    [InlineData("targets.5.query", "\"www..example\"", "targets[5].query: 'www..example' is not a domain name: labels of 1 to 63 characters of A-Z, a-z, 0-9, _ and - parted by dots, 253 in all.")]
    [InlineData("targets.5.query", "\"\"", "targets[5].query: '' is not a domain name: labels of 1 to 63 characters of A-Z, a-z, 0-9, _ and - parted by dots, 253 in all.")]
    [InlineData("targets.5.type", "\"MX\"", "targets[5].type: 'MX' is not known; it is one of A, AAAA, SOA.")]
    [InlineData("sensors.0.target", null, "sensors[0].target: is missing; a ups needs it.")]
    [InlineData("sensors.0.limits.c", "{}", "sensors[0].limits.c: a ups measures no such unit; it has on_battery, left_min, charge_pct, input_v.")]
    [InlineData("sensors.1.index", "0", "sensors[1].index: must be a whole number from 1 to 2147483647, not 0.")]
    [InlineData("sensors.1.unit", "\"dbm\"", "sensors[1].unit: 'dbm' is not known; it is one of c, v, a, w, hz, rh, rpm.")]
    [InlineData("ports.0.name", "\"AS 64500\"", "ports[0].name: 'AS 64500' cannot stand in a topic; take 1 to 32 characters of a-z, 0-9, _ and -.")]
    [InlineData("ports.0.target", null, "ports[0].target: is missing.")]
    [InlineData("ports.0.if_name", null, "ports[0].if_index: is missing; give it or if_name.")]
    [InlineData("ports.0.if_index", "1", "ports[0].if_index: stands beside if_name; one of them names the port.")]
    [InlineData("ports.0.if_name", "\"Straße 1\"", "ports[0].if_name: 'Straße 1' is not 1 to 64 characters of printable ASCII.")]
    [InlineData("ports.1.if_index", "0", "ports[1].if_index: must be a whole number from 1 to 2147483647, not 0.")]
    [InlineData("ports.1.key", "true", "ports[1].key: is not known here; did you mean 'keys'?")]
    [InlineData("ports.1.member", "1", "ports[1].member: must be true or false, not 1.")]
    [InlineData("ports.1.name", "\"as64500\"", "ports: 'as64500' stands there twice; give each a name of its own.")]
    public void Of_what_is_watched(string path, string? value, string sentence) =>
        Assert.Equal(": " + sentence, Complaint(Changed(ReachableJson, path.Split('.'), value).ToJsonString(), f => SiteFile.Read(f)));

    /// <summary>The lengths of RFC 1035 section 2.3.4, as the device counts them.</summary>
    [Theory]
    [InlineData(63, 63, 63, 61, true)]
    [InlineData(63, 63, 63, 62, false)]
    [InlineData(64, 1, 1, 1, false)]
    [InlineData(1, 1, 1, 64, false)]
    public void Of_names_that_are_too_long(int first, int second, int third, int fourth, bool isName)
    {
        string name = string.Join('.', new[] { first, second, third, fourth }.Select(n => new string('a', n)));

        Assert.Equal(isName, Complaint(Changed(ReachableJson, ["targets", "5", "query"], $"\"{name}\"").ToJsonString(), f => SiteFile.Read(f)) is null);
        Assert.Equal(isName, Complaint(Changed(ReachableJson, ["targets", "4", "vhost"], $"\"{name}\"").ToJsonString(), f => SiteFile.Read(f)) is null);
        Assert.Equal(isName, Record.Exception(() => new DnsQuery(name, DnsType.A)) is null);
    }

    [Theory]
    [InlineData("board", "\"Olimex\"", "board: 'Olimex' is not 1 to 32 characters of a-z, 0-9 and -.")]
    [InlineData("network", "\"wire\"", "network: 'wire' is not known; it is one of ethernet, wifi.")]
    [InlineData("verified", null, "verified: is missing.")]
    [InlineData("functions", null, "functions: is missing.")]
    [InlineData("functions.i2c3_data", "3", "functions.i2c3_data: is no pin function; known are i2c1_data, i2c1_clock, i2c2_data, i2c2_clock, com2_tx, com2_rx, com3_tx, com3_rx.")]
    [InlineData("reserved_pins.0", "49", "reserved_pins[0]: must be a whole number from 0 to 48.")]
    [InlineData("led.pin", null, "led.pin: is missing; give a whole number from 0 to 48.")]
    [InlineData("led.pinn", "1", "led.pinn: is not known here; did you mean 'pin'?")]
    [InlineData("button", "[]", "button: must be an object in braces.")]
    [InlineData("pulse_counters", "9", "pulse_counters: must be a whole number from 0 to 8, not 9.")]
    [InlineData("deploy_address", "\"1E0000\"", "deploy_address: '1E0000' is not a flash address such as 0x1E0000.")]
    public void Of_a_board(string path, string? value, string sentence) =>
        Assert.Equal(": " + sentence, Complaint(Patched(BoardPath, path, value), f => BoardFile.Read(f)));

    [Theory]
    [InlineData("", "(1,1): is no JSON: ")]
    [InlineData("[]", ": must be a JSON object, beginning with {")]
    [InlineData("{\n  \"site\": x\n}", "(2,11): is no JSON: ")]
    [InlineData("{\n  \"site\": 1\n", "(3,1): is no JSON: ")]
    [InlineData("{ \"site\": \"a\", \"site\": \"b\" }", ": is no JSON: ")]
    [InlineData("{ \"site\": \"\\ud800\" }", ": site: must be a text in quotes, not one with half a character.")]
    public void Of_JSON(string text, string beginning)
    {
        string? complaint = Complaint(text, f => SiteFile.Read(f));

        Assert.StartsWith(beginning, complaint, StringComparison.Ordinal);
        Assert.DoesNotContain("LineNumber", complaint, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_file_that_is_not_there_or_a_folder()
    {
        string nowhere = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

        Assert.StartsWith(nowhere + ": cannot be read: ", Assert.Throws<SiteException>(() => SiteFile.Read(nowhere)).Message, StringComparison.Ordinal);
        Assert.StartsWith(SiteFolder.Boards + ": cannot be read: ", Assert.Throws<SiteException>(() => SiteFile.Read(SiteFolder.Boards)).Message, StringComparison.Ordinal);
    }

    private static string Patched(string file, string path, string? value) => Changed(Json(file), path.Split('.'), value).ToJsonString();
}

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
    [InlineData("site", null, "site: is missing; add it.")]
    [InlineData("site", "5", "site: is 5; give a text in quotes.")]
    [InlineData("site", "null", "site: is null; give a text in quotes.")]
    [InlineData("site", "\"De Mo\"", "site: 'De Mo' cannot stand in a topic; take 1 to 32 characters of a-z, 0-9, _ and -.")]
    [InlineData("device", "\"\"", "device: '' cannot stand in a topic; take 1 to 32 characters of a-z, 0-9, _ and -.")]
    [InlineData("sit", "1", "sit: is not known here; did you mean 'site'?")]
    [InlineData("colour", "1", "colour: is not known here; take it away.")]
    [InlineData("board", "\"a\\u0000b\"", "board: is \"a\\u0000b\"; give a text in quotes.")]
    [InlineData("broker", null, "broker: is missing; add it.")]
    [InlineData("broker", "\"here\"", "broker: is \"here\"; give an object in braces.")]
    [InlineData("broker.host", "\"\"", "broker.host: is empty; give the broker's name or IPv4 address.")]
    [InlineData("broker.port", "0", "broker.port: is 0; give a whole number from 1 to 65535.")]
    [InlineData("broker.port", "65536", "broker.port: is 65536; give a whole number from 1 to 65535.")]
    [InlineData("broker.port", "\"1883\"", "broker.port: is \"1883\"; give a whole number from 1 to 65535.")]
    [InlineData("broker.keepalive_s", "7.5", "broker.keepalive_s: is 7.5; give a whole number from 5 to 3600.")]
    [InlineData("broker.keepalive", "5", "broker.keepalive: is not known here; did you mean 'keepalive_s'?")]
    [InlineData("time", "{\"servers\":[\"a\",\"b\",\"c\"]}", "time.servers: there are 3; the device asks two servers at the most.")]
    [InlineData("time", "{\"servers\":[1]}", "time.servers[0]: is 1; give a text in quotes.")]
    [InlineData("time", "{\"servers\":\"a\"}", "time.servers: is \"a\"; give a list in brackets.")]
    [InlineData("time", "{\"utc_offset_min\":841}", "time.utc_offset_min: is 841; give a whole number from -720 to 840.")]
    [InlineData("network", "{\"address\":\"192.0.2.1\",\"mask\":\"255.255.255.0\"}", "network.gateway: is missing; add it.")]
    [InlineData("network", "{\"address\":\"192.0.2.1\",\"mask\":\"255.255.255.0\",\"gateway\":\"192.0.2\"}", "network.gateway: '192.0.2' is no IPv4 address; give one such as 192.0.2.1.")]
    [InlineData("report_s", "3601", "report_s: is 3601; give a whole number from 1 to 3600.")]
    [InlineData("sensors", "{}", "sensors: is {}; give a list in brackets.")]
    [InlineData("sensors.0", "7", "sensors[0]: is 7; give an object in braces.")]
    [InlineData("sensors.0.kind", "\"ds18b2\"", "sensors[0].kind: 'ds18b2' is not known; it is one of ds18b20, sht3x, sht4x, bme280, ntc, ina226, ina228, ina219, pzem004t, pzem017, divider, clamp, fan, contact, loop, delta, ups, entity; did you mean 'ds18b20'?")]
    [InlineData("sensors.0.group", "\"climat\"", "sensors[0].group: 'climat' is not known; it is one of power, climate, cooling, security; did you mean 'climate'?")]
    [InlineData("sensors.0.rom", null, "sensors[0].rom: is missing, and a ds18b20 needs it; add it.")]
    [InlineData("sensors.0.rom", "\"10139bbb0b00001f\"", "sensors[0].rom: is '10139bbb0b00001f'; give a ROM code of a DS18B20: 16 hexadecimal digits, beginning with 28.")]
    [InlineData("sensors.1.name", "\"inlet\"", "sensors[1].name: 'inlet' stands there twice; give each a name of its own.")]
    [InlineData("sensors.2.address", null, "sensors[2].address: is missing, and a sht4x needs it; add it.")]
    [InlineData("sensors.2.address", "\"44\"", "sensors[2].address: is '44'; give a hexadecimal number from \"0x08\" to \"0x77\".")]
    [InlineData("sensors.2.address", "\"0x78\"", "sensors[2].address: is '0x78'; give a hexadecimal number from \"0x08\" to \"0x77\".")]
    [InlineData("sensors.2.bus", "3", "sensors[2].bus: is 3; give one of 1, 2.")]
    [InlineData("sensors.3.shunt_microohm", null, "sensors[3].shunt_microohm: is missing, and a ina226 needs it; add it.")]
    [InlineData("sensors.4.slave", "248", "sensors[4].slave: is 248; give a whole number from 1 to 247.")]
    [InlineData("sensors.5.pin", null, "sensors[5].pin: is missing, and a fan needs it; add it.")]
    [InlineData("sensors.7.closed_is_normal", "1", "sensors[7].closed_is_normal: is 1; give true or false.")]
    [InlineData("sensors.0.limits.rh", "{}", "sensors[0].limits.rh: a ds18b20 measures no such unit; it has c.")]
    [InlineData("sensors.0.limits.c", "null", "sensors[0].limits.c: is null; give an object in braces.")]
    [InlineData("sensors.0.limits.c.high_warnin", "1", "sensors[0].limits.c.high_warnin: is not known here; did you mean 'high_warning'?")]
    [InlineData("sensors.0.limits.c.high_warning", "\"27\"", "sensors[0].limits.c.high_warning: is \"27\"; give a number from -1000000000 to 1000000000.")]
    [InlineData("sensors.0.limits.c.high_warning", "1e20", "sensors[0].limits.c.high_warning: is 1e20; give a number from -1000000000 to 1000000000.")]
    [InlineData("sensors.0.limits.c.high_warning", "27.125", "sensors[0].limits.c.high_warning: 27.125 is finer than the sensor; give 2 decimals at the most.")]
    [InlineData("sensors.0.limits.c.hysteresis", "-1", "sensors[0].limits.c.hysteresis: -1 is negative; give 0 or more.")]
    [InlineData("sensors.0.limits.c.trip_s", "14401", "sensors[0].limits.c.trip_s: is 14401; give a whole number from 0 to 14400.")]
    [InlineData("sensors.0.limits.c.inhibit", "\"Mains!\"", "sensors[0].limits.c.inhibit: 'Mains!' is no key of a metric and no name; take 1 to 64 characters of a-z, 0-9, _ and -.")]
    [InlineData("sensors.0.preset", "\"ashrae-2\"", "sensors[0].preset: 'ashrae-2' is not known; it is one of ashrae-a1, ashrae-a2, ashrae-a3, ashrae-a4, mains-230-50, mains-120-60, dc-48, battery-12, fan, contact; did you mean 'ashrae-a2'?")]
    [InlineData("altitude_m", "5001", "altitude_m: is 5001; give a whole number from -500 to 5000.")]
    public void Of_a_site(string path, string? value, string sentence) =>
        Assert.Equal(":1: " + sentence, Complaint(Patched(SiteFolder.Demonstration, path, value), f => SiteFile.Read(f)));

    [Theory]
    [InlineData("targets.0.kind", "\"udp\"", "targets[0].kind: 'udp' is not known; it is one of icmp, tcp, bgp, http, dns, snmp.")]
    [InlineData("targets.0.host", "\"switch.example\"", "targets[0].host: 'switch.example' is no IPv4 address; give one such as 192.0.2.1.")]
    [InlineData("targets.0.port", "0", "targets[0].port: is 0; give a whole number from 1 to 65535.")]
    [InlineData("targets.2.port", null, "targets[2].port: is missing, and a tcp target needs it; add it.")]
    [InlineData("targets.1.name", "\"switch1\"", "targets[1].name: 'switch1' stands there twice; give each a name of its own.")]
    [InlineData("targets.0.period_s", "0", "targets[0].period_s: is 0; give a whole number from 1 to 3600.")]
    [InlineData("targets.0.timeout_ms", "49", "targets[0].timeout_ms: is 49; give a whole number from 50 to 30000.")]
    [InlineData("targets.0.parents", "\"switch1\"", "targets[0].parents: is \"switch1\"; give a list in brackets.")]
    [InlineData("targets.0.parents", "[1]", "targets[0].parents[0]: is 1; give a text in quotes.")]
    [InlineData("targets.0.slow_ms", "0", "targets[0].slow_ms: is 0; give a whole number from 1 to 60000.")]
    [InlineData("targets.0.loss_pct", "101", "targets[0].loss_pct: is 101; give a whole number from 1 to 100.")]
    [InlineData("targets.0.attempts", "11", "targets[0].attempts: is 11; give a whole number from 1 to 10.")]
    [InlineData("targets.0.flap_start_pct", "0", "targets[0].flap_start_pct: is 0; give a whole number from 1 to 100.")]
    [InlineData("targets.0.flap_stop_pct", "100", "targets[0].flap_stop_pct: is 100; give a whole number from 0 to 99.")]
    [InlineData("targets.0.slo_ms", "9", "targets[0].slo_ms: is not known here; did you mean 'slow_ms'?")]
    [InlineData("targets.0.banner", "\"SSH-\"", "targets[0].banner: is not known here; take it away.")]
    [InlineData("targets.1.comunity", "\"core\"", "targets[1].comunity: is not known here; did you mean 'community'?")]
    [InlineData("targets.1.community", "\"Core\"", "targets[1].community: is 'Core'; give a name of 1 to 32 characters of a-z, 0-9, _ and -.")]
    [InlineData("targets.1.poll_s", "4", "targets[1].poll_s: is 4; give a whole number from 5 to 3600.")]
    [InlineData("targets.2.banner", "\"SSH\\n\"", "targets[2].banner: is 'SSH\n'; give 1 to 64 characters of printable ASCII.")]
    [InlineData("targets.2.banner", "\"\"", "targets[2].banner: is ''; give 1 to 64 characters of printable ASCII.")]
    [InlineData("targets.2.banner", "\"Grüße\"", "targets[2].banner: is 'Grüße'; give 1 to 64 characters of printable ASCII.")]
    [InlineData("targets.4.path", "\"lg\"", "targets[4].path: is 'lg'; give a path such as /lg/: a slash, then up to 255 characters of printable ASCII without spaces.")]
    [InlineData("targets.4.path", "\"/l g\"", "targets[4].path: is '/l g'; give a path such as /lg/: a slash, then up to 255 characters of printable ASCII without spaces.")]
    [InlineData("targets.4.path", "\"/\\r\"", "targets[4].path: is '/\r'; give a path such as /lg/: a slash, then up to 255 characters of printable ASCII without spaces.")]
    [InlineData("targets.4.vhost", "\"lg:80\"", "targets[4].vhost: is 'lg:80'; give a host name: labels of 1 to 63 characters of A-Z, a-z, 0-9, _ and - parted by dots, 253 in all.")]
    [InlineData("targets.5.query", null, "targets[5].query: is missing, and a dns target needs it; add it.")]
    [InlineData("targets.5.query", "\"www..example\"", "targets[5].query: is 'www..example'; give a domain name: labels of 1 to 63 characters of A-Z, a-z, 0-9, _ and - parted by dots, 253 in all.")]
    [InlineData("targets.5.query", "\"\"", "targets[5].query: is ''; give a domain name: labels of 1 to 63 characters of A-Z, a-z, 0-9, _ and - parted by dots, 253 in all.")]
    [InlineData("targets.5.type", "\"MX\"", "targets[5].type: 'MX' is not known; it is one of A, AAAA, SOA.")]
    [InlineData("sensors.0.target", null, "sensors[0].target: is missing, and a ups needs it; add it.")]
    [InlineData("sensors.0.limits.c", "{}", "sensors[0].limits.c: a ups measures no such unit; it has on_battery, left_min, charge_pct, input_v.")]
    [InlineData("sensors.1.index", "0", "sensors[1].index: is 0; give a whole number from 1 to 2147483647.")]
    [InlineData("sensors.1.unit", "\"dbm\"", "sensors[1].unit: 'dbm' is not known; it is one of c, v, a, w, hz, rh, rpm.")]
    [InlineData("ports.0.name", "\"AS 64500\"", "ports[0].name: 'AS 64500' cannot stand in a topic; take 1 to 32 characters of a-z, 0-9, _ and -.")]
    [InlineData("ports.0.target", null, "ports[0].target: is missing; add it.")]
    [InlineData("ports.0.if_name", null, "ports[0].if_index: is missing; give it or if_name.")]
    [InlineData("ports.0.if_index", "1", "ports[0].if_index: stands beside if_name; let one of them name the port.")]
    [InlineData("ports.0.if_name", "\"Straße 1\"", "ports[0].if_name: is 'Straße 1'; give 1 to 64 characters of printable ASCII.")]
    [InlineData("ports.1.if_index", "0", "ports[1].if_index: is 0; give a whole number from 1 to 2147483647.")]
    [InlineData("ports.1.key", "true", "ports[1].key: is not known here; did you mean 'keys'?")]
    [InlineData("ports.1.member", "1", "ports[1].member: is 1; give true or false.")]
    [InlineData("ports.1.name", "\"as64500\"", "ports[1].name: 'as64500' stands there twice; give each a name of its own.")]
    public void Of_what_is_watched(string path, string? value, string sentence) =>
        Assert.Equal(":1: " + sentence, Complaint(Changed(ReachableJson, path.Split('.'), value).ToJsonString(), f => SiteFile.Read(f)));

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
    [InlineData("board", "\"Olimex\"", "board: is 'Olimex'; give 1 to 32 characters of a-z, 0-9 and -.")]
    [InlineData("network", "\"wire\"", "network: 'wire' is not known; it is one of ethernet, wifi.")]
    [InlineData("verified", null, "verified: is missing; add it.")]
    [InlineData("functions", null, "functions: is missing; add it.")]
    [InlineData("functions.i2c3_data", "3", "functions.i2c3_data: is no pin function; known are i2c1_data, i2c1_clock, i2c2_data, i2c2_clock, com2_tx, com2_rx, com3_tx, com3_rx.")]
    [InlineData("functions.i2c1_data", "49", "functions.i2c1_data: is 49; give a whole number from 0 to 48.")]
    [InlineData("soc", "\"esp32s2\"", "soc: 'esp32s2' is not known; it is one of esp32, esp32s3, esp32c3; did you mean 'esp32s3'?")]
    [InlineData("pins.49", "{\"role\":\"x\",\"use\":\"free\"}", "pins.49: is no pin; give its number, 0 to 48.")]
    [InlineData("pins.32.use", "\"fre\"", "pins.32.use: 'fre' is not known; it is one of free, card, ethernet, flash, psram, serial, usb, button, led, sense; did you mean 'free'?")]
    [InlineData("pins.32.role", null, "pins.32.role: is missing; add it.")]
    [InlineData("pins.32.adc.unit", "3", "pins.32.adc.unit: is 3; give a whole number from 1 to 2.")]
    [InlineData("pins.13.pull", "\"2.2k\"", "pins.13.pull: is '2.2k'; give up or down and the resistor, such as up 2.2k.")]
    [InlineData("flash.sizes.0.app_kib", null, "flash.sizes[0].app_kib: is missing; give a whole number from 0 to 65536.")]
    [InlineData("led.pin", null, "led.pin: is missing; give a whole number from 0 to 48.")]
    [InlineData("led.pinn", "1", "led.pinn: is not known here; did you mean 'pin'?")]
    [InlineData("button", "[]", "button: is []; give an object in braces.")]
    [InlineData("abilities.pulse_counters", "9", "abilities.pulse_counters: is 9; give a whole number from 0 to 8.")]
    [InlineData("flash.deploy_address", "\"1E0000\"", "flash.deploy_address: is '1E0000'; give a flash address such as 0x1E0000.")]
    public void Of_a_board(string path, string? value, string sentence) =>
        Assert.Equal(":1: " + sentence, Complaint(Patched(BoardPath, path, value), f => BoardFile.Read(f)));

    [Theory]
    [InlineData("", ":1: is no JSON: ")]
    [InlineData("[]", ":1: is no JSON object; begin with {.")]
    [InlineData("{\n  \"site\": x\n}", ":2: is no JSON: ")]
    [InlineData("{\n  \"site\": 1\n", ":3: is no JSON: ")]
    [InlineData("{ \"site\": \"a\", \"site\": \"b\" }", ":1: is no JSON: ")]
    [InlineData("{ \"site\": \"\\ud800\" }", ":1: site: is one with half a character; give a text in quotes.")]
    public void Of_JSON(string text, string beginning)
    {
        string? complaint = Complaint(text, f => SiteFile.Read(f));

        Assert.StartsWith(beginning, complaint, StringComparison.Ordinal);
        Assert.DoesNotContain("LineNumber", complaint, StringComparison.Ordinal);
    }

    [Fact]
    public void All_at_once_each_with_its_line() => Assert.Equal(
        """
        :1: broker: is missing; add it.
        :3: device: 'Rack 1' cannot stand in a topic; take 1 to 32 characters of a-z, 0-9, _ and -.
        :4: colour: is not known here; take it away.
        :7: sensors[0].rom: is missing, and a ds18b20 needs it; add it.
        :8: sensors[0].period_s: is 0; give a whole number from 1 to 3600.
        :10: sensors[1].kind: 'sht' is not known; it is one of ds18b20, sht3x, sht4x, bme280, ntc, ina226, ina228, ina219, pzem004t, pzem017, divider, clamp, fan, contact, loop, delta, ups, entity.
        :12: sensors[2].name: 'a' stands there twice; give each a name of its own.
        :13: sensors[3]: is 5; give an object in braces.
        """,
        Complaint(
            """
            {
              "site": "demo",
              "device": "Rack 1",
              "colour": 1,
              "board": "virtual",
              "sensors": [
                { "kind": "ds18b20", "name": "a", // comments and trailing commas are no mistakes
                  "period_s": 0, "group": "climate" },
                {
                  "kind": "sht", "name": "b", "whatever": 1
                },
                { "kind": "delta", "name": "a", "group": "cooling", "of": "b", "minus": "c" },
                5,
              ],
            }
            """,
            f => SiteFile.Read(f)));

    [Fact]
    public void Of_a_file_that_is_not_there_or_a_folder()
    {
        string nowhere = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

        Assert.StartsWith(nowhere + ": cannot be read: ", Assert.Throws<SiteException>(() => SiteFile.Read(nowhere)).Message, StringComparison.Ordinal);
        Assert.StartsWith(SiteFolder.Boards + ": cannot be read: ", Assert.Throws<SiteException>(() => SiteFile.Read(SiteFolder.Boards)).Message, StringComparison.Ordinal);
    }

    private static string Patched(string file, string path, string? value) => Changed(Json(file), path.Split('.'), value).ToJsonString();
}

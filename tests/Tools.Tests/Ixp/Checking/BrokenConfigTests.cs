using Ixp.Checking;
using Ixp.Running;
using Xunit;
using static Tools.Tests.Ixp.Samples;

namespace Tools.Tests.Ixp.Checking;

/// <summary>
/// One value of a good file is changed, and <c>ixp check</c> finds just that: at its path, for that reason, and nothing else. Null takes the
/// value away.
/// </summary>
public sealed class BrokenConfigTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("broken-config-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]

    // What cannot be read.
    [InlineData("device", null, "device", "is missing")]
    [InlineData("device", "\"Rack 1\"", "device", "cannot stand in a topic")]
    [InlineData("devise", "\"x\"", "devise", "is not known here")]
    [InlineData("report_s", "0", "report_s", "is 0")]
    [InlineData("report_s", "\"60\"", "report_s", "is \"60\"")]
    [InlineData("broker", null, "broker", "is missing")]
    [InlineData("broker.host", "\"\"", "broker.host", "is empty")]
    [InlineData("broker.prt", "1", "broker.prt", "is not known here")]
    [InlineData("sensors.2.kind", "\"sht5x\"", "sensors[2].kind", "'sht5x' is not known")]
    [InlineData("sensors.2.address", null, "sensors[2].address", "a sht4x needs it")]
    [InlineData("sensors.2", "17", "sensors[2]", "is 17")]
    [InlineData("sensors.4.name", "\"battery\"", "sensors[4].name", "stands there twice")]
    [InlineData("targets.2.host", "\"switch.example\"", "targets[2].host", "is no IPv4 address")]
    [InlineData("targets.2.name", null, "targets[2].name", "is missing")]
    [InlineData("ports.1.member", "\"yes\"", "ports[1].member", "is \"yes\"")]

    // Secrets in a file that everybody reads.
    [InlineData("broker.password", "\"x\"", "broker.password", "is a secret")]
    [InlineData("wifi_password", "\"x\"", "wifi_password", "is a secret")]
    [InlineData("snmp_communities", "{}", "snmp_communities", "is a secret")]
    [InlineData("broker.host", "\"rack:pw@192.168.1.1\"", "broker.host", "holds a user or password")]
    [InlineData("broker.host", "\"mqtt://192.168.1.1\"", "broker.host", "is more than a host")]
    [InlineData("broker.host", "\"192.168.1.1:1883\"", "broker.host", "is more than a host")]

    // Pins.
    [InlineData("sensors.7.pin", "17", "sensors[7].pin", "pin 17 belongs to Ethernet")]
    [InlineData("sensors.7.pin", "0", "sensors[7].pin", "pin 0 belongs to the button of the board")]
    [InlineData("sensors.7.pin", "1", "sensors[7].pin", "pin 1 belongs to the serial console")]
    [InlineData("sensors.7.pin", "7", "sensors[7].pin", "pin 7 belongs to the flash memory")]
    [InlineData("sensors.7.pin", "20", "sensors[7].pin", "pin 20 of olimex-esp32-poe-iso cannot be reached")]
    [InlineData("sensors.7.pin", "13", "sensors[7].pin", "pin 13 belongs to i2c1_data")]
    [InlineData("sensors.7.pin", "14", "sensors[7].pin", "pin 14 belongs to com3_tx")]
    [InlineData("sensors.7.pin", "5", "sensors[7].pin", "pin 5 belongs to the LED")]
    [InlineData("sensors.7.pin", "34", "sensors[7].pin", "pin 34 belongs to the button")]
    [InlineData("sensors.7.pin", "33", "sensors[7].pin", "pin 33 belongs to fan2")]
    [InlineData("sensors.7.pin", "35", "sensors[7].pin", "battery voltage")]
    [InlineData("sensors.5.pin", "39", "sensors[5].pin", "pin 39 belongs to a voltage divider of the board")]

    // Buses.
    [InlineData("sensors.3.address", "\"0x44\"", "sensors[3].address", "belongs to ambient")]
    [InlineData("sensors.2.address", "\"0x40\"", "sensors[2].address", "no sht4x can have the address 0x40")]
    [InlineData("sensors.3.address", "\"0x20\"", "sensors[3].address", "no ina226 can have the address 0x20")]
    [InlineData("sensors.2.bus", "2", "sensors[2].bus", "no pins for I2C bus 2")]
    [InlineData("sensors.4.com", "3", "sensors[4].com", "COM3 is the 1-Wire bus")]
    [InlineData("sensors.1.rom", "\"28139bbb0b00001f\"", "sensors[1].rom", "belongs to inlet")]

    // Metrics and alarms.
    [InlineData("sensors.0.limits.c.high_warning", "40", "sensors[0].limits.c.high_critical", "is not above high_warning")]
    [InlineData("sensors.1.limits", "{\"c\":{\"low_warning\":18,\"high_warning\":20,\"hysteresis\":2}}", "sensors[1].limits.c.hysteresis", "as wide as the band")]
    [InlineData("sensors.5.limits.rpm.inhibit", "\"mains_volt\"", "sensors[5].limits.rpm.inhibit", "no sensor has a key mains_volt")]
    [InlineData("sensors.5.limits.rpm.inhibit", "\"fan1_rpm\"", "sensors[5].limits.rpm.inhibit", "its own alarm")]
    [InlineData("sensors.3.preset", "\"fan\"", "sensors[3].preset", "fan has limits for rpm")]
    [InlineData("sensors.4.presence", "\"grid_present\"", "sensors[4].presence", "no sensor has a key grid_present")]
    [InlineData("sensors.7.limits", "{\"wet\":{\"high_critical\":0}}", "sensors[7]", "tells no wet")]

    // Targets and ports.
    [InlineData("targets.1.parents", "[\"switch2\"]", "targets[1].parents[0]", "no target is called switch2")]
    [InlineData("targets.0.parents", "[\"router1\"]", "targets[0].parents", "is reached through itself")]
    [InlineData("targets.3.timeout_ms", "5000", "targets[3].timeout_ms", "has 5000 ms to answer")]
    [InlineData("targets.3.flap_stop_pct", "31", "targets[3].flap_stop_pct", "is not below flap_start_pct")]
    [InlineData("targets.7.name", "\"door\"", "targets[7].name", "is the name of a sensor already")]
    [InlineData("targets.7.name", "\"clock\"", "targets[7].name", "an alarm of the appliance")]
    [InlineData("sensors.8.target", "\"switch1\"", "sensors[8].target", "asked by SNMP")]
    [InlineData("ports.0.target", "\"lg\"", "ports[0].target", "asked by SNMP")]
    [InlineData("ports.1.if_name", "\"Ethernet1\"", "ports[1].if_name", "is the port as64500 already")]
    [InlineData("ports.1.name", "\"exchange\"", "ports[1].name", "begins the keys of the whole exchange")]

    // Network and board.
    [InlineData("network", "{\"address\":\"10.0.0.5\",\"mask\":\"255.255.255.0\",\"gateway\":\"10.0.1.1\"}", "network.gateway", "is not in the network")]
    [InlineData("network", "{\"address\":\"10.0.0.5\",\"mask\":\"255.0.255.0\",\"gateway\":\"10.0.0.1\"}", "network.mask", "no ones in a row")]
    [InlineData("network", "{\"address\":\"10.0.0.5\",\"mask\":\"0.0.0.0\",\"gateway\":\"10.0.0.1\"}", "network.mask", "no ones in a row")]
    [InlineData("network", "{\"address\":\"10.0.0.5\",\"mask\":\"255.255.255.0\",\"gateway\":\"10.0.0.5\"}", "network.gateway", "the device itself")]
    [InlineData("network", "{\"address\":\"10.0.0.0\",\"mask\":\"255.255.255.0\",\"gateway\":\"10.0.0.1\"}", "network.address", "is the network itself")]
    [InlineData("network", "{\"address\":\"10.0.0.255\",\"mask\":\"255.255.255.0\",\"gateway\":\"10.0.0.1\"}", "network.address", "broadcast address")]
    [InlineData("network", "{\"address\":\"127.0.0.13\",\"mask\":\"255.255.255.0\",\"gateway\":\"127.0.0.2\"}", "targets[3].host", "the device itself")]
    [InlineData("wifi", "{\"ssid\":\"x\"}", "wifi", "reaches the network by Ethernet")]
    [InlineData("board", "\"olimex-esp32-poe\"", "board", "there is no board olimex-esp32-poe")]
    public void Of_a_site(string path, string? value, string found, string reason) => FindsOne("examples/demo-rack.json", path, value, found, reason);

    [Theory]
    [InlineData("wifi", null, "wifi", "reaches the network by Wi-Fi")]
    [InlineData("wifi.ssid", "\"a name that has more than thirty-two bytes\"", "wifi.ssid", "is 'a name")]
    [InlineData("sensors.2.pin", "4", "sensors[2].pin", "ADC2, which cannot be read while Wi-Fi is on")]
    [InlineData("sensors.2.pin", "5", "sensors[2].pin", "has no ADC")]
    [InlineData("sensors.2.channel", "0", "sensors[2]", "has but one of address and channel")]
    [InlineData("sensors.2.pin", null, "sensors[2]", "has no input")]
    [InlineData("sensors.3.pin", "36", "sensors[3].pin", "would count as pulses")]
    [InlineData("sensors.3.pin", "12", "sensors[3].pin", "must be low when the board starts, and fan1 may hold it high")]
    [InlineData("sensors.4.pin", "15", "sensors[4].pin", "must be high when the board starts, and door may hold it low")]
    [InlineData("sensors.4.pin", "0", "sensors[4].pin", "belongs to the button")]
    public void Of_a_site_with_Wi_Fi(string path, string? value, string found, string reason) => FindsOne("examples/wifi-bench.json", path, value, found, reason);

    [Theory]
    [InlineData("soc", "\"esp8266\"", "soc", "is not known")]
    [InlineData("pins", null, "pins", "is missing")]
    [InlineData("pins.99", "{\"role\":\"x\",\"use\":\"free\"}", "pins.99", "is no pin")]
    [InlineData("pins.32.us", "1", "pins.32.us", "is not known here")]
    [InlineData("pins.32.adc.channel", "5", "pins.32.adc", "is not channel 5")]
    [InlineData("pins.16.adc", "{\"unit\":1,\"channel\":1}", "pins.16.adc", "no ADC that can be used")]
    [InlineData("pins.32.input_only", "true", "pins.32.input_only", "is no mere input")]
    [InlineData("pins.36.input_only", "false", "pins.36.input_only", "is an input only")]
    [InlineData("pins.32.source", "[\"OL-book\"]", "pins.32.source[0]", "'OL-book' is not among the sources")]
    [InlineData("pins.32.source", "[]", "pins.32.source", "is said to have been read")]
    [InlineData("pins.32.verified", "\"certainly\"", "pins.32.verified", "is not known")]
    [InlineData("functions.i2c1_data", "34", "functions.i2c1_data", "pin 34 belongs to the button of the board")]
    [InlineData("functions.com2_tx", "23", "functions.com2_tx", "belongs to Ethernet")]
    [InlineData("functions.com2_rx", null, "functions", "com2 has but one of its two pins")]
    [InlineData("functions.com3_tx", "36", "functions.com3_tx", "belongs to com2_rx")]
    [InlineData("led.pin", "15", "led.pin", "belongs to com3_rx")]
    [InlineData("led.pin", "35", "led.pin", "can only be an input")]
    [InlineData("watchdog", "{\"pin\":5}", "watchdog.pin", "belongs to the LED")]
    [InlineData("button.pin", "13", "button.pin", "belongs to i2c1_data")]
    [InlineData("flash.deploy_address", "\"0x1B0000\"", "flash.deploy_address", "is not where the firmware")]
    [InlineData("flash.sizes.0.app_kib", "2752", "flash.sizes[0]", "take 4928 KiB")]
    [InlineData("flash.sizes.0.storage_kib", "64", "flash.sizes[0].storage_kib", "no room for the journal")]
    [InlineData("abilities.tcp_sockets", "17", "abilities.tcp_sockets", "more than all sockets")]
    [InlineData("ethernet", null, "ethernet", "is missing, and the network is ethernet")]
    [InlineData("network", "\"wifi\"", "ethernet", "is told, and the network is wifi")]
    [InlineData("board", "\"olimex\"", "board", "the board is called olimex")]
    public void Of_a_board(string path, string? value, string found, string reason) => FindsOne("olimex-esp32-poe-iso.json", path, value, found, reason);

    [Theory]
    [InlineData("abilities.one_wire", "true", "abilities.one_wire", "UART2, which an ESP32-C3 does not have")]
    [InlineData("abilities.pulse_counters", "1", "abilities.pulse_counters", "an ESP32-C3 has 0")]
    [InlineData("abilities.rmt", "false", "led.kind", "a WS2812 needs RMT")]
    [InlineData("led", "{\"pin\":2}", "led.pin", "must be high when the board starts, and the LED pulls it low")]
    [InlineData("pins.5.adc", "{\"unit\":2,\"channel\":5}", "pins.5.adc", "no ADC that can be used")]
    public void Of_a_board_with_another_chip(string path, string? value, string found, string reason) => FindsOne("esp32-c3-devkitm-1.json", path, value, found, reason);

    private void FindsOne(string good, string path, string? value, string found, string reason)
    {
        string file = Path.Combine(_folder, Path.GetFileName(good));
        var json = Json(Path.Combine(SiteFolder.Boards, good));
        File.WriteAllText(file, Changed(json, path.Split('.'), value).ToJsonString());

        var findings = new FileCheck(SiteFolder.Boards, DateTimeOffset.UnixEpoch).Of([file], null);

        var finding = Assert.Single(findings);
        Assert.Equal((file, 1, found, false), (finding.File, finding.Line, finding.Path, finding.IsWarning));
        Assert.Contains(reason, finding.Reason, StringComparison.Ordinal);
        Assert.NotEmpty(finding.Mend);
    }
}

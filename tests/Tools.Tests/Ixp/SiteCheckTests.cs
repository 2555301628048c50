using Ixp.Sites;
using Ixp.Sites.Alarms;
using Ixp.Sites.Sensors;
using Xunit;
using static Tools.Tests.Ixp.Samples;

namespace Tools.Tests.Ixp;

/// <summary>Wiring that reads well and cannot work. Sensors of the good site: 0, 1 ds18b20; 2 sht4x; 3 ina226; 4 pzem004t; 5, 6 fan; 7 contact.</summary>
public class SiteCheckTests
{
    [Fact]
    public void Two_devices_on_one_address() => Finds(
        With(3, s => s.With("address", 0x44)),
        "sensors[3].address: address 0x44 on I2C bus 1 belongs to ambient; strap one part to another address or move it to the other bus.");

    [Fact]
    public void Pin_used_twice() => Finds(
        With(6, s => s.With("pin", 2)), "sensors[6].pin: pin 2 belongs to fan1; take another pin.");

    [Fact]
    public void Pin_of_Ethernet() => Finds(
        With(7, s => s.With("pin", 17)), "sensors[7].pin: pin 17 belongs to Ethernet; take another pin.");

    [Fact]
    public void Pin_of_a_bus() => Finds(
        With(7, s => s.With("pin", 13)), "sensors[7].pin: pin 13 belongs to i2c1_data; take another pin.");

    [Fact]
    public void Same_ROM_twice() => Finds(
        With(1, s => s.With("rom", GoodSite.Sensors[0].Text("rom")!)),
        "sensors[1].rom: ROM code 28139bbb0b00001f belongs to inlet; every part has a code of its own: read this one's again.");

    [Fact]
    public void Bus_without_pins() => Finds(
        With(2, s => s.With("bus", 2)),
        "sensors[2].bus: olimex-esp32-poe-iso has no pins for I2C bus 2; take bus 1 or name the pins in the board file.");

    [Fact]
    public void Meter_on_the_1_Wire_port() => Finds(
        With(4, s => s.With("com", 3)), "sensors[4].com: COM3 is the 1-Wire bus as soon as there is a ds18b20; take com 2.");

    [Fact]
    public void Two_meters_with_one_Modbus_address() => Finds(
        GoodSite with { Sensors = [.. GoodSite.Sensors, GoodSite.Sensors[4] with { Name = "second" }] },
        $"sensors[{GoodSite.Sensors.Count}].slave: Modbus address 1 on COM2 belongs to mains; give one meter another address.");

    [Fact]
    public void Limits_that_do_not_ascend() => Finds(
        With(0, s => s with { Preset = null, Limits = Limits("c", ("low_warning", 18.5m), ("high_warning", 18.5m)) }),
        "sensors[0].limits.c.high_warning: 18.5 is not above low_warning, which is 18.5; let the limits ascend.");

    [Fact]
    public void More_fans_than_pulse_counters() => Assert.Equal(
        ["sensors[6]: fan2 is fan 2, and olimex-esp32-poe-iso has 1 pulse counters; leave this fan out or take a board with more."],
        Told(SiteCheck.Of(GoodSite, GoodBoard with { Abilities = GoodBoard.Abilities with { PulseCounters = 1 } })));

    [Fact]
    public void Probes_on_a_board_without_1_Wire() => Assert.Equal(
        [
            "sensors[0].kind: olimex-esp32-poe-iso has no 1-Wire; take an I2C thermometer (sht4x) or a board with 1-Wire.",
            "sensors[1].kind: olimex-esp32-poe-iso has no 1-Wire; take an I2C thermometer (sht4x) or a board with 1-Wire.",
        ],
        Told(SiteCheck.Of(GoodSite, GoodBoard with { Abilities = GoodBoard.Abilities with { HasOneWire = false } })));

    [Fact]
    public void Two_sensors_of_one_key() => Finds(
        With(2, s => s with { Name = "inlet" }), "sensors[2].name: inlet_c is a key of inlet already; give one sensor another name.");

    [Fact]
    public void Limit_for_a_state_that_the_contact_does_not_tell() => Finds(
        With(7, s => s with { MaxPerMinute = new Dictionary<string, decimal> { ["wet"] = 1 } }),
        "sensors[7]: door tells no wet, for which there is a limit or correction; it tells open, count.");

    [Fact]
    public void Reference_to_no_metric() => Finds(
        With(4, s => s.With("presence", "grid_present")),
        "sensors[4].presence: no sensor has a key grid_present; the nearest is door_open.");

    [Fact]
    public void Analogue_input_that_is_none_or_two() => Assert.Equal(
        [
            "sensors[0]: t has no input; give either pin, for the board's own ADC, or address and channel of an ADS1115.",
            "sensors[1]: u has but one of address and channel of its ADS1115; give both.",
            "sensors[2].pin: pin 2 is of ADC2, which nobody has tried beside Ethernet yet; take one of 32, 33, 35, 36, 39.",
            "sensors[4].channel: channel 1 of the ADS1115 at address 0x48 on I2C bus 1 belongs to w; take another channel.",
            "sensors[5].address: address 0x48 on I2C bus 1 belongs to an ADS1115; strap one part to another address or move it to the other bus.",
        ],
        Told(SiteCheck.Of(
            GoodSite with
            {
                Sensors =
                [
                    Part("ntc", "t"),
                    Part("ntc", "u").With("address", 0x48),
                    Part("ntc", "v").With("pin", 2),
                    Part("ntc", "w").With("address", 0x48).With("channel", 1),
                    Part("ntc", "x").With("address", 0x48).With("channel", 1),
                    Part("ina226", "y").With("address", 0x48),
                ],
            },
            GoodBoard)));

    [Fact]
    public void Target_with_the_name_of_a_sensor() => Finds(
        GoodSite with { Targets = [.. GoodSite.Targets, GoodSite.Targets[0] with { Name = "door" }] },
        $"targets[{GoodSite.Targets.Count}].name: door is the name of a sensor already, and alarms and events tell each by its name; give the target another name.");

    [Fact]
    public void All_at_once_in_the_order_of_the_file()
    {
        var site = With(7, s => s.With("pin", 17));
        site = site with { Sensors = [.. site.Sensors.Select((s, i) => i == 3 ? s.With("address", 0x44) : s)] };

        Assert.Equal(["sensors[3].address", "sensors[7].pin"], SiteCheck.Of(site, GoodBoard).Select(f => f.Path));
    }

    [Fact]
    public void LED_on_a_pin_without_output() => Assert.Equal(
        ["led.pin: pin 39 can only be an input, and the LED needs an output; take another pin."],
        Told(BoardCheck.Of(GoodBoard with { LedPin = 39 })));

    [Fact]
    public void Parts_of_a_board_on_pins_of_others() => Assert.Equal(
        [
            "led.pin: pin 12 belongs to Ethernet; take another pin.",
            "button.pin: pin 13 belongs to i2c1_data; take another pin.",
            "watchdog.pin: pin 39 can only be an input, and the watchdog needs an output; take another pin.",
        ],
        Told(BoardCheck.Of(GoodBoard with { LedPin = 12, ButtonPin = 13, WatchdogPin = 39 })));

    [Fact]
    public void Three_LEDs_of_which_each_needs_a_pin_of_its_own() => Assert.Equal(
        [
            "led.red: pin 12 belongs to Ethernet; take another pin.",
            "led.amber: pin 39 can only be an input, and the amber LED needs an output; take another pin.",
            "led.green: pin 39 belongs to the amber LED; take another pin.",
        ],
        Told(BoardCheck.Of(GoodBoard with { LedPin = null, LedPins = new ThreeLedPins(12, 39, 39) })));

    [Fact]
    public void Sensor_on_a_pin_of_three_LEDs()
    {
        var board = GoodBoard with { LedPin = null, LedPins = new ThreeLedPins(2, 5, 33) };
        Assert.Contains("sensors[5].pin: pin 2 belongs to the red LED; take another pin.", Told(SiteCheck.Of(GoodSite, board)));
        Assert.Contains("sensors[6].pin: pin 33 belongs to the green LED; take another pin.", Told(SiteCheck.Of(GoodSite, board)));
    }

    [Fact]
    public void Half_a_bus() => Assert.Equal(
        [
            "functions: com3 has but one of its two pins; give com3_rx.",
            "abilities.one_wire: the 1-Wire host works on COM3, which has no pins here; give functions.com3_tx and functions.com3_rx.",
        ],
        Told(BoardCheck.Of(GoodBoard with { Functions = GoodBoard.Functions.Where(f => f.Key is not "com3_rx").ToDictionary() })));

    [Fact]
    public void Limits_that_cross_those_of_the_preset() => Finds(
        With(0, s => s with { Preset = AlarmPreset.Find("ashrae-a2"), Limits = Limits("c", ("high_warning", 40m)) }) with { AltitudeMetres = 0 },
        "sensors[0].limits.c.high_critical: 35 is not above high_warning, which is 40; let the limits ascend.");

    [Fact]
    public void Hysteresis_as_wide_as_the_band() => Finds(
        With(0, s => s with { Preset = null, Limits = Limits("c", ("low_warning", 18m), ("high_critical", 20m), ("hysteresis", 2m)) }),
        "sensors[0].limits.c.hysteresis: 2 is as wide as the band between the limits, which is 2: the alarm would not end; take a smaller one.");

    [Fact]
    public void Hysteresis_as_large_as_the_change() => Finds(
        With(0, s => s with { Preset = null, Limits = Limits("c", ("change_15min", 2m), ("hysteresis", 2m)) }),
        "sensors[0].limits.c.hysteresis: 2 is as much as change_15min, which is 2: the alarm would not end; take a smaller one.");

    [Fact]
    public void Alarm_without_a_limit() => Finds(
        With(0, s => s with { Preset = null, Limits = Limits("c", ("trip_s", 2m)) }),
        "sensors[0].limits.c: inlet_c has no limit that could be violated; give one of low_critical, low_warning, high_warning, high_critical, change_15min, or a preset.");

    [Fact]
    public void Patience_needs_no_limit() => Assert.Empty(SiteCheck.Of(With(1, s => s with { Preset = null, Limits = Limits("c", ("lost_s", 120m)) }), GoodBoard));

    [Fact]
    public void Inhibit_by_what_is_not_there() => Finds(
        With(0, s => s with { Limits = new Dictionary<string, MetricLimits> { ["c"] = new() { Inhibitor = "mains_w_" } } }),
        "sensors[0].limits.c.inhibit: no sensor has a key mains_w_, and no target that name; the nearest is mains_w.");

    [Fact]
    public void Inhibit_by_itself() => Finds(
        With(0, s => s with { Limits = new Dictionary<string, MetricLimits> { ["c"] = new() { Inhibitor = "inlet_c" } } }),
        "sensors[0].limits.c.inhibit: inlet_c would inhibit its own alarm; name another.");

    [Fact]
    public void Preset_that_fits_no_metric() => Finds(
        With(3, s => s with { Preset = AlarmPreset.Find("fan") }),
        "sensors[3].preset: fan has limits for rpm, pct, and battery tells v, a, w, wh; take mains-230-50 or mains-120-60 or dc-48 or battery-12.");

    [Fact]
    public void Alarm_whose_name_is_too_long_for_a_topic()
    {
        string name = new('a', 31);
        Finds(With(0, s => s with { Name = name }), $"sensors[0].limits.c: {name}_c has an alarm of its own, and is too long for its topic; give the sensor a shorter name.");
    }

    [Fact]
    public void Target_with_the_name_of_an_alarm_of_the_appliance() => Finds(
        GoodSite with { Targets = [.. GoodSite.Targets, GoodSite.Targets[0] with { Name = "clock" }] },
        $"targets[{GoodSite.Targets.Count}].name: clock is the name of an alarm of the appliance already, and alarms and events tell each by its name; give the target another name.");

    private static Dictionary<string, MetricLimits> Limits(string suffix, params (string Key, decimal Value)[] values) =>
        new() { [suffix] = new MetricLimits { Values = values.ToDictionary(v => v.Key, v => v.Value) } };

    private static SensorEntry Part(string kind, string name) => new() { Kind = SensorKind.All.First(k => k.Name == kind), Name = name, Group = "climate" };

    private static void Finds(Site site, string finding) => Assert.Equal([finding], Told(SiteCheck.Of(site, GoodBoard)));

    private static IEnumerable<string> Told(IEnumerable<Finding> findings) => findings.Select(f => f.ToString());

    private static Site With(int index, Func<SensorEntry, SensorEntry> change) =>
        GoodSite with { Sensors = [.. GoodSite.Sensors.Select((s, i) => i == index ? change(s) : s)] };
}

using Ixp.Sites.Fields;
using static Ixp.Sites.Sensors.SensorFields;

namespace Ixp.Sites.Sensors;

/// <summary>A kind of sensor that the firmware knows.</summary>
/// <param name="Name">As it stands in site files: <c>sht4x</c>.</param>
/// <param name="Sentence">What it is, for people.</param>
/// <param name="Bus">What it is connected to.</param>
/// <param name="Decimals">Its metrics: suffix of the key, and decimal places of the fixed point.</param>
/// <param name="Fields">Its values.</param>
public sealed record SensorKind(
    string Name, string Sentence, SensorBus Bus, IReadOnlyDictionary<string, int> Decimals, IReadOnlyList<Field> Fields)
    : EntryKind(Name, Sentence, Fields)
{
    private static readonly Dictionary<string, int> Air = new() { ["c"] = 2, ["rh"] = 2, ["dew_c"] = 2, ["gm3"] = 2 };
    private static readonly Dictionary<string, int> Contact = new() { ["open"] = 0, ["wet"] = 0, ["alarm"] = 0, ["present"] = 0, ["running"] = 0, ["count"] = 0, ["h"] = 2 };
    private static readonly Dictionary<string, int> Loop = Contact.Where(c => c.Key is not "count").ToDictionary();
    private static readonly Dictionary<string, int> Units = new() { ["c"] = 2, ["v"] = 3, ["a"] = 3, ["w"] = 1, ["hz"] = 2, ["rh"] = 2, ["rpm"] = 0 };
    private static readonly Dictionary<string, int> Rail = new() { ["v"] = 3, ["a"] = 3, ["w"] = 1, ["wh"] = 1 };

    public static IReadOnlyList<SensorKind> All { get; } =
    [
        new("ds18b20", "thermometer on the 1-Wire bus", SensorBus.OneWire, new Dictionary<string, int> { ["c"] = 2 }, [Rom, Resolution]),
        new("sht3x", "thermometer and hygrometer", SensorBus.I2c, Air, [SensorFields.Bus, Needed(Address)]),
        new("sht4x", "thermometer and hygrometer", SensorBus.I2c, Air, [SensorFields.Bus, Needed(Address)]),
        new("bme280", "thermometer, hygrometer and barometer", SensorBus.I2c,
            new Dictionary<string, int> { ["c"] = 2, ["rh"] = 2, ["hpa"] = 2, ["dew_c"] = 2, ["gm3"] = 2 }, [SensorFields.Bus, Needed(Address)]),
        new("ntc", "thermistor against a fixed resistor", SensorBus.Analogue, new Dictionary<string, int> { ["c"] = 2 },
        [
            .. Input,
            new NumberField("r25_ohm", 100, 1_000_000, "Resistance at 25 °C.", 10_000),
            new NumberField("beta", 1000, 10_000, "Beta constant in kelvin.", 3950),
            new NumberField("series_ohm", 100, 1_000_000, "The fixed resistor.", 10_000),
            new NumberField("supply_mv", 1000, 5500, "What feeds the two.", 3300),
            new FlagField("to_supply", false, "The thermistor is the upper of the two, between input and supply."),
        ]),
        new("ina226", "DC rail of up to 36 V", SensorBus.I2c, Rail, [SensorFields.Bus, Needed(Address), ShuntMicroohm]),
        new("ina228", "DC rail of up to 85 V", SensorBus.I2c,
            new Dictionary<string, int> { ["v"] = 3, ["a"] = 3, ["w"] = 1, ["die_c"] = 1, ["wh"] = 1 }, [SensorFields.Bus, Needed(Address), ShuntMicroohm]),
        new("ina219", "DC rail of up to 26 V", SensorBus.I2c, Rail, [SensorFields.Bus, Needed(Address), ShuntMicroohm]),
        new("pzem004t", "AC meter of the mains", SensorBus.Serial,
            new Dictionary<string, int> { ["v"] = 1, ["a"] = 3, ["w"] = 1, ["wh"] = 0, ["hz"] = 1, ["pf"] = 2 }, [Com, Slave, Presence]),
        new("pzem017", "DC meter of up to 300 V", SensorBus.Serial,
            new Dictionary<string, int> { ["v"] = 2, ["a"] = 2, ["w"] = 1, ["wh"] = 0 }, [Com, Slave, ShuntAmps, Presence]),
        new("divider", "voltage over a divider", SensorBus.Analogue, new Dictionary<string, int> { ["v"] = 3 },
        [
            .. Input,
            new NumberField("top_ohm", 0, 100_000_000, "Resistor between the voltage and the input.") { IsRequired = true },
            new NumberField("bottom_ohm", 1, 100_000_000, "Resistor between the input and ground.") { IsRequired = true },
        ]),
        new("clamp", "AC current by a clamp with voltage output", SensorBus.Analogue, new Dictionary<string, int> { ["a"] = 2 },
        [
            .. Input,
            new NumberField("ma_per_volt", 1, 10_000_000, "Milliamperes for one volt: 30000 for an SCT-013-030.") { IsRequired = true },
            new NumberChoiceField("mains_hz", [50, 60], 50, "Frequency of the mains."),
        ]),
        new("fan", "tach wire of a fan", SensorBus.Pin, new Dictionary<string, int> { ["rpm"] = 0, ["pct"] = 0, ["h"] = 2 }, [Needed(Pin), Pulses]),
        new("contact", "dry contact to ground", SensorBus.Pin, Contact, [Needed(Pin), State, ClosedIsNormal, HoldMs]),
        new("loop", "dry contact with end-of-line resistors", SensorBus.Analogue, Loop,
        [
            .. Input, State, ClosedIsNormal, HoldMs,
            new NumberField("pullup_ohm", 100, 100_000, "Resistor between supply and input.", 2200),
            new NumberField("closed_ohm", 100, 100_000, "The loop with the contact closed.", 1000),
            new NumberField("open_ohm", 100, 100_000, "The loop with the contact open.", 2000),
            new NumberField("supply_mv", 1000, 5500, "What feeds the two.", 3300),
        ]),
        new("delta", "difference of two temperatures", SensorBus.None, new Dictionary<string, int> { ["k"] = 2 }, [Key("of", "Key of the warmer metric."), Key("minus", "Key of the colder metric.")]),
        new("ups", "UPS, asked by SNMP", SensorBus.None,
            new Dictionary<string, int> { ["on_battery"] = 0, ["left_min"] = 0, ["charge_pct"] = 0, ["input_v"] = 1 }, [Target]),
        new("entity", "sensor inside a switch, asked by SNMP", SensorBus.None, Units,
        [
            Target,
            new NumberField("index", 1, int.MaxValue, "Its entPhysicalIndex.") { IsRequired = true },
            new ChoiceField("unit", [.. Units.Keys], "c", "What it measures: the last part of its key."),
        ]),
    ];

    /// <summary>Stands in for a kind that there is not.</summary>
    internal static SensorKind Unknown { get; } = new("", "", SensorBus.None, new Dictionary<string, int>(), []);

    internal override string One => $"a {Name}";

    /// <summary>The values of an analogue input: a pin with ADC, or address and channel of an ADS1115.</summary>
    private static IEnumerable<Field> Input => [Pin, Samples, ZeroMillivolt, FullMillivolt, SensorFields.Bus, Address, Channel, RangeMillivolt];

    private static Field Needed(Field field) => field with { IsRequired = true };

    private static TextField Key(string key, string sentence) =>
        new(key, "^[a-z0-9_-]{1,64}$", "the key of a metric, such as inlet_c", sentence) { IsRequired = true };
}

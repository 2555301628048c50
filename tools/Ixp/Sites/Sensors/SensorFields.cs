using Ixp.Sites.Fields;

namespace Ixp.Sites.Sensors;

/// <summary>The values that sensors share, each with one meaning wherever it stands.</summary>
internal static class SensorFields
{
    /// <summary>Contacts by what they tell when they are not at rest.</summary>
    public static IReadOnlyList<string> States { get; } = ["open", "wet", "alarm", "present", "running"];

    public static NumberField Period { get; } = new("period_s", 1, 3600, "Seconds from one reading to the next.", 5);

    public static Field Rom { get; } = new TextField(
        "rom", "^28[0-9a-fA-F]{14}$", "a ROM code of a DS18B20: 16 hexadecimal digits, beginning with 28", "ROM code of a DS18B20, family first.") { IsRequired = true, IsCaseless = true };

    public static Field Target { get; } = new TextField(
        "target", SiteFile.LevelPattern, "the name of a target", "Name of the SNMP target that is asked.") { IsRequired = true };

    public static Field Resolution { get; } = new NumberField("resolution", 9, 12, "Bits of a DS18B20; fewer are quicker.", 12);

    public static Field Bus { get; } = new NumberChoiceField("bus", [1, 2], 1, "I2C bus.");

    public static Field Address { get; } = new AddressField("address", "I2C address.");

    public static Field ShuntMicroohm { get; } = new NumberField("shunt_microohm", 1, 100_000_000, "Resistance of the shunt.") { IsRequired = true, PackedAs = "shunt_uohm" };

    public static Field Com { get; } = new NumberChoiceField("com", [2, 3], 2, "Serial port.");

    public static Field Slave { get; } = new NumberField("slave", 1, 247, "Modbus address.", 1);

    public static Field Presence { get; } = new TextField(
        "presence", "^[a-z0-9_-]{1,64}$", "the key of a metric, such as grid_present",
        "Key of a contact that is 1 while the mains are there. With it, a silent meter is told from a blackout.");

    public static Field ShuntAmps { get; } = new NumberChoiceField("shunt_a", [50, 100, 200, 300], 100, "Full scale of the shunt, as set in the meter.");

    public static Field Pin { get; } = new NumberField("pin", 0, 48, "GPIO.") { PackedAs = "gpio" };

    public static Field Channel { get; } = new NumberField("channel", 0, 3, "Input of the ADS1115 at the address.");

    public static Field RangeMillivolt { get; } = new NumberChoiceField(
        "range_mv", [256, 512, 1024, 2048, 4096, 6144], 4096, "Full scale of the ADS1115 on this channel.");

    public static Field Samples { get; } = new NumberField("samples", 1, 64, "Readings of the ADC that make one value: their mean.", 1);

    public static Field ZeroMillivolt { get; } = new NumberField("zero_mv", 0, 1000, "Voltage at which the board's ADC begins to count.", 142);

    public static Field FullMillivolt { get; } = new NumberField("full_mv", 1000, 5000, "Voltage that the board's ADC would count as 4095, on a straight line.", 3441);

    public static Field Pulses { get; } = new NumberField("pulses", 1, 8, "Tach pulses a turn.", 2);

    public static Field State { get; } = new ChoiceField(
        "state", States, "open", "What the contact tells: the last part of its key. present and running are 1 while all is well, the others 0.");

    public static Field ClosedIsNormal { get; } = new FlagField("closed_is_normal", true, "The contact is closed while all is well. For present and running: closed means so.")
    {
        PackedAs = "high",
        PackedText = (values, closed) => (bool)closed != IsGood(StateOf(values)) ? "1" : "0",
    };

    public static Field HoldMs { get; } = new NumberField(
        "hold_ms", 0, 60_000, "How long a contact must stand before it counts. By default 30, wet 2000, alarm and running 1000, present 500. 0 tells the shortest touch.")
    {
        FallbackBy = values => StateOf(values) switch { "wet" => 2000, "alarm" or "running" => 1000, "present" => 500, _ => 30 },
    };

    private static string? StateOf(IReadOnlyDictionary<string, object> values) => values.GetValueOrDefault("state") as string;

    /// <summary>The state is one that is 1 while all is well.</summary>
    private static bool IsGood(string? state) => state is "present" or "running";
}

namespace Ixp.Sites.Sensors;

/// <summary>The values that sensors share, each with one meaning wherever it stands.</summary>
internal static class SensorFields
{
    /// <summary>Contacts by what they tell when they are not at rest.</summary>
    public static IReadOnlyList<string> States { get; } = ["open", "wet", "alarm", "present", "running"];

    public static SensorField Rom { get; } = new TextField(
        "rom", "^28[0-9a-fA-F]{14}$", "a ROM code of a DS18B20: 16 hexadecimal digits, beginning with 28", "ROM code of a DS18B20, family first.") { IsRequired = true };

    public static SensorField Resolution { get; } = new NumberField("resolution", 9, 12, "Bits of a DS18B20; fewer are quicker.", 12);

    public static SensorField Bus { get; } = new NumberChoiceField("bus", [1, 2], 1, "I2C bus.");

    public static SensorField Address { get; } = new AddressField("address", "I2C address.");

    public static SensorField ShuntMicroohm { get; } = new NumberField("shunt_microohm", 1, 100_000_000, "Resistance of the shunt.") { IsRequired = true, PackedAs = "shunt_uohm" };

    public static SensorField Com { get; } = new NumberChoiceField("com", [2, 3], 2, "Serial port.");

    public static SensorField Slave { get; } = new NumberField("slave", 1, 247, "Modbus address.", 1);

    public static SensorField Presence { get; } = new TextField(
        "presence", "^[a-z0-9_-]{1,64}$", "the key of a metric, such as grid_present",
        "Key of a contact that is 1 while the mains are there. With it, a silent meter is told from a blackout.");

    public static SensorField ShuntAmps { get; } = new NumberChoiceField("shunt_a", [50, 100, 200, 300], 100, "Full scale of the shunt, as set in the meter.");

    public static SensorField Pin { get; } = new NumberField("pin", 0, 48, "GPIO.") { PackedAs = "gpio" };

    public static SensorField Channel { get; } = new NumberField("channel", 0, 3, "Input of the ADS1115 at the address.");

    public static SensorField RangeMillivolt { get; } = new NumberChoiceField(
        "range_mv", [256, 512, 1024, 2048, 4096, 6144], 4096, "Full scale of the ADS1115 on this channel.");

    public static SensorField Samples { get; } = new NumberField("samples", 1, 64, "Readings of the ADC that make one value: their mean.", 1);

    public static SensorField ZeroMillivolt { get; } = new NumberField("zero_mv", 0, 1000, "Voltage at which the board's ADC begins to count.", 142);

    public static SensorField FullMillivolt { get; } = new NumberField("full_mv", 1000, 5000, "Voltage that the board's ADC would count as 4095, on a straight line.", 3441);

    public static SensorField Pulses { get; } = new NumberField("pulses", 1, 8, "Tach pulses a turn.", 2);

    public static SensorField State { get; } = new ChoiceField(
        "state", States, "open", "What the contact tells: the last part of its key. present and running are 1 while all is well, the others 0.");

    public static SensorField ClosedIsNormal { get; } = new FlagField("closed_is_normal", true, "The contact is closed while all is well. For present and running: closed means so.")
    {
        PackedAs = "high",
        PackedText = (sensor, closed) => (bool)closed != IsGood(sensor.Text("state")) ? "1" : "0",
    };

    public static SensorField HoldMs { get; } = new NumberField(
        "hold_ms", 0, 60_000, "How long a contact must stand before it counts. By default 30, wet 2000, alarm and running 1000, present 500. 0 tells the shortest touch.")
    {
        FallbackBy = json => json.Text("state", "open") switch { "wet" => 2000, "alarm" or "running" => 1000, "present" => 500, _ => 30 },
    };

    /// <summary>The state is one that is 1 while all is well.</summary>
    private static bool IsGood(string? state) => state is "present" or "running";
}

using System.Globalization;
using Ixp.Sites;
using Ixp.Sites.Boards;
using Ixp.Sites.Sensors;

namespace Ixp.Wiring;

/// <summary>What is wired to a board: the parts of a site, or those that its buses are for.</summary>
/// <param name="site">Null for no site.</param>
internal sealed class WiringParts(Board board, Site? site)
{
    private readonly IReadOnlyList<SensorEntry> _sensors = site?.Sensors ?? [];

    public IReadOnlyList<WiringPart> All() =>
    [
        .. I2c(1), .. I2c(2), .. Serial(2), .. Serial(3), .. OneWire(),
        .. _sensors.Where(s => s.Pin is not null).Select(OnPin),
        .. Light(), .. Button(), .. Watchdog(),
    ];

    private IEnumerable<WiringPart> I2c(int bus)
    {
        SensorEntry[] parts = [.. _sensors.Where(s => s.Address is not null && s.Bus == bus && s.Kind.Bus is SensorBus.I2c or SensorBus.Analogue)];
        if (!board.Has($"i2c{bus}") || (site is not null && parts.Length == 0))
            yield break;
        int data = board.Functions[$"i2c{bus}_data"];
        int clock = board.Functions[$"i2c{bus}_clock"];
        string[] lines = site is null
            ? ["SHT3x, SHT4x, BME280, INA2xx, ADS1115,", "one behind the other"]
            : [.. parts.Where(p => p.Kind.Bus is SensorBus.I2c).Select(p => Invariant($"{p.Name}: {p.Kind.Name} at 0x{p.Address:X2}")),
               .. parts.Where(p => p.Kind.Bus is SensorBus.Analogue).Select(p => Invariant($"{p.Name}: {p.Kind.Name} on input {p.Number("channel")} of an ADS1115 at 0x{p.Address:X2}"))];
        yield return new WiringPart($"I2C bus {bus}", lines,
        [
            Wire.Supply("VCC"),
            new Wire(Pin(data, "SDA"), "SDA", WireKind.I2c) { PullUp = OnBoard(data) ? "" : "4.7k" },
            new Wire(Pin(clock, "SCL"), "SCL", WireKind.I2c) { PullUp = OnBoard(clock) ? "" : "4.7k" },
            Wire.Ground(),
        ]);
    }

    private IEnumerable<WiringPart> Serial(int com)
    {
        SensorEntry[] meters = [.. _sensors.Where(s => s.Kind.Bus is SensorBus.Serial && s.Com == com)];
        if (!board.Has($"com{com}") || (com == 3 && site is null) || (site is not null && meters.Length == 0))
            yield break;
        bool isRs485 = meters.Any(m => m.Kind.Name is "pzem017");
        string[] lines = site is null
            ? ["PZEM-004T over a level shifter,", "or PZEM-017 over an RS-485 transceiver"]
            : [.. meters.Select(m => Invariant($"{m.Name}: {m.Kind.Name}, Modbus address {m.Number("slave")}"))];
        yield return new WiringPart($"Meters on COM{com}", lines,
        [
            Wire.Supply("VCC"),
            new Wire(Pin(board.Functions[$"com{com}_tx"], "TX"), isRs485 ? "A" : "RX", WireKind.Serial),
            new Wire(Pin(board.Functions[$"com{com}_rx"], "RX"), isRs485 ? "B" : "TX", WireKind.Serial),
            Wire.Ground(),
        ])
        {
            Between = isRs485 ? "RS-485" : "level shifter",
        };
    }

    private IEnumerable<WiringPart> OneWire()
    {
        SensorEntry[] probes = [.. _sensors.Where(s => s.Kind.Bus is SensorBus.OneWire)];
        if (!board.HasOneWire || !board.Has("com3") || (site is not null && probes.Length == 0))
            yield break;
        yield return new WiringPart(
            "1-Wire",
            site is null ? ["DS18B20, up to 12 on one cable"] : [.. probes.Select(p => $"{p.Name}: ds18b20 {p.Text("rom")}")],
            [
                Wire.Supply("VDD"),
                new Wire(Pin(board.Functions["com3_tx"], "1-Wire out"), "DQ", WireKind.OneWire) { PullUp = "4.7k" },
                new Wire(Pin(board.Functions["com3_rx"], "1-Wire in"), "", WireKind.OneWire) { IsJoined = true },
                Wire.Ground(),
            ]);
    }

    private WiringPart OnPin(SensorEntry sensor)
    {
        int pin = sensor.Pin!.Value;
        string pull = OnBoard(pin) ? "" : "10k";
        string title = $"{sensor.Name}: {sensor.Kind.Sentence.Split(" with ")[0]}";
        return sensor.Kind.Name switch
        {
            "fan" => new WiringPart(title, [], WithSupply(new Wire(Pin(pin, "tach"), "tach", WireKind.Pulses) { PullUp = pull })),
            "contact" => new WiringPart(
                title,
                [sensor.Flag("closed_is_normal") ? "closed while all is well" : "open while all is well"],
                WithSupply(new Wire(Pin(pin, "contact"), "one end", WireKind.Contact) { PullUp = board.Pins.GetValueOrDefault(pin)?.IsInputOnly is true ? pull : "" }, "other end")),
            "loop" => new WiringPart(title, [Invariant($"{sensor.Number("closed_ohm")} Ω closed, {sensor.Number("open_ohm")} Ω open")], WithSupply(Analogue(pin) with { PullUp = Invariant($"{sensor.Number("pullup_ohm") / 1000m:0.#}k") })),
            "ntc" => new WiringPart(title, [Invariant($"{sensor.Number("r25_ohm") / 1000m:0.#}k at 25 °C")], WithSupply(Analogue(pin) with { PullUp = Invariant($"{sensor.Number("series_ohm") / 1000m:0.#}k") })),
            "divider" => new WiringPart(title, [Invariant($"{sensor.Number("top_ohm")} Ω over {sensor.Number("bottom_ohm")} Ω: never more than 2.45 V")], [Analogue(pin), Wire.Ground()]),
            _ => new WiringPart(title, [], [Analogue(pin), Wire.Ground()]),
        };
    }

    private IEnumerable<WiringPart> Light()
    {
        if (board.LedPins is { } three)
        {
            yield return new WiringPart("Status light of three LEDs", [], [.. new[] { (three.Red, "red"), (three.Amber, "amber"), (three.Green, "green") }.Select(l => Led(l.Item1, l.Item2)), Return()]);
        }
        else if (board.LedPin is { } pin && board.Pins.GetValueOrDefault(pin)?.Use != PinUse.Led)
        {
            yield return board.LedIsRgb
                ? new WiringPart("Status light", ["WS2812"], [Wire.Supply("VDD", "5 V"), new Wire(Pin(pin, "LED"), "DIN", WireKind.Light), Wire.Ground()])
                : new WiringPart("Status LED", [], [Led(pin, board.LedIsActiveLow ? "cathode" : "anode"), Return()]);
        }
    }

    private Wire Led(int pin, string to) => new(Pin(pin, "LED"), to, WireKind.Light) { Series = "330 Ω" };

    private Wire Return() => board.LedIsActiveLow ? Wire.Supply("anode") : Wire.Ground("cathode");

    private IEnumerable<WiringPart> Button()
    {
        if (board.ButtonPin is { } pin && board.Pins.GetValueOrDefault(pin)?.Use != PinUse.Button)
            yield return new WiringPart("Button", [], [new Wire(Pin(pin, "button"), "one end", WireKind.Contact), board.ButtonIsActiveLow ? Wire.Ground("other end") : Wire.Supply("other end")]);
    }

    private IEnumerable<WiringPart> Watchdog()
    {
        if (board.WatchdogPin is { } pin)
            yield return new WiringPart("Watchdog", ["an edge each 5 s"], [new Wire(Pin(pin, "watchdog"), "in", WireKind.Light), Wire.Ground()]);
    }

    private Wire Analogue(int pin) => new(Pin(pin, "ADC"), "out", WireKind.Analogue);

    /// <summary>A resistor needs the supply above it.</summary>
    private static Wire[] WithSupply(Wire wire, string ground = "GND") =>
        wire.PullUp.Length > 0 ? [Wire.Supply(""), wire, Wire.Ground(ground)] : [wire, Wire.Ground(ground)];

    private bool OnBoard(int pin) => board.Pins.GetValueOrDefault(pin)?.Pull.StartsWith("up", StringComparison.Ordinal) is true;

    private string Pin(int pin, string what) => Invariant($"{pin}  {what}{(OnBoard(pin) ? $", {board.Pins[pin].Pull["up ".Length..]} up" : "")}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

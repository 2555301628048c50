using Ixp.Sites.Boards;

namespace Ixp.Sites;

/// <summary>A board file: hardware facts of a supported board.</summary>
public sealed record Board
{
    public required string Name { get; init; }

    /// <summary>Name for people.</summary>
    public required string Title { get; init; }

    /// <summary><c>esp32</c>, <c>esp32s3</c> or <c>esp32c3</c>.</summary>
    public required string Soc { get; init; }

    /// <summary>Exact nanoFramework image.</summary>
    public required string Image { get; init; }

    /// <summary>What the image can do.</summary>
    public required BoardImage Abilities { get; init; }

    public required BoardFlash Flash { get; init; }

    public required BoardMemory Memory { get; init; }

    public required BoardSerial Serial { get; init; }

    /// <summary>Null on a board with Wi-Fi alone.</summary>
    public BoardEthernet? Ethernet { get; init; }

    /// <summary>Its pins by number, ascending; one that is not there cannot be reached.</summary>
    public required IReadOnlyDictionary<int, BoardPin> Pins { get; init; }

    /// <summary>Pin of each bus function in use: <c>i2c1_data</c> and so on.</summary>
    public required IReadOnlyDictionary<string, int> Functions { get; init; }

    /// <summary>Of the one LED: a plain one, or a WS2812.</summary>
    public int? LedPin { get; init; }

    /// <summary>The one LED is a WS2812.</summary>
    public bool LedIsRgb { get; init; }

    /// <summary>Of three LEDs in the place of one.</summary>
    public ThreeLedPins? LedPins { get; init; }

    public bool LedIsActiveLow { get; init; }

    public int? ButtonPin { get; init; }

    /// <summary>The pin is low while the button is down.</summary>
    public bool ButtonIsActiveLow { get; init; }

    /// <summary>Feeds an external watchdog, an edge each 5 s.</summary>
    public int? WatchdogPin { get; init; }

    /// <summary>Ethernet is how it reaches the network; else it is Wi-Fi.</summary>
    public bool HasEthernet { get; init; }

    /// <summary>What feeds it, and what it can feed.</summary>
    public IReadOnlyList<BoardNote> Power { get; init; } = [];

    /// <summary>What whoever wires it must know.</summary>
    public IReadOnlyList<BoardNote> Notes { get; init; } = [];

    /// <summary>Where facts were read, by key.</summary>
    public IReadOnlyDictionary<string, string> Sources { get; init; } = new Dictionary<string, string>();

    /// <summary>How its facts are known, each part that names sources of its own, and the board as a whole first.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>Pins that the image keeps for Ethernet.</summary>
    public IReadOnlyList<int> ReservedPins => [.. Pins.Values.Where(p => p.Use == PinUse.Ethernet).Select(p => p.Number)];

    public IReadOnlyList<int> InputOnlyPins => [.. Pins.Values.Where(p => p.IsInputOnly).Select(p => p.Number)];

    /// <summary>Pins with an ADC, and the channel of each.</summary>
    public IReadOnlyDictionary<int, int> AdcChannels => Pins.Values.Where(p => p.AdcUnit > 0).ToDictionary(p => p.Number, p => p.AdcChannel);

    public int PulseCounters => Abilities.PulseCounters;

    public bool HasOneWire => Abilities.HasOneWire;

    public int ManagedHeap => Memory.ManagedHeap;

    /// <summary>Size of the file system on drive I:, with the least flash that the board is sold with.</summary>
    public int StorageBytes => Flash.Sizes.Count > 0 ? 1024 * Flash.Sizes.Min(s => s.StorageKib) : 0;

    /// <summary>
    /// What the journal of reports may take of the storage, in KiB: all but 64, which belong to the settings, and no more than the
    /// device's table of files holds. Null where the size is not known.
    /// </summary>
    public int? JournalKib => StorageBytes > 0 ? Math.Clamp((StorageBytes / 1024) - 64, 64, 1024) : null;

    /// <summary>Both pins of a bus have their place.</summary>
    /// <param name="bus"><c>i2c1</c>, <c>i2c2</c>, <c>com2</c> or <c>com3</c>.</param>
    internal bool Has(string bus) => PinsOf(bus).All(Functions.ContainsKey);

    internal static IReadOnlyList<string> PinsOf(string bus) =>
        bus.StartsWith("i2c", StringComparison.Ordinal) ? [bus + "_data", bus + "_clock"] : [bus + "_tx", bus + "_rx"];
}

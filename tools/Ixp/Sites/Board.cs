namespace Ixp.Sites;

/// <summary>A board file: hardware facts of a supported board.</summary>
public sealed record Board
{
    public required string Name { get; init; }

    /// <summary>Name for people.</summary>
    public required string Title { get; init; }

    /// <summary>Exact nanoFramework image.</summary>
    public required string Image { get; init; }

    /// <summary>Pin of each bus function in use: <c>i2c1_data</c> and so on.</summary>
    public required IReadOnlyDictionary<string, int> Functions { get; init; }

    public IReadOnlyList<int> ReservedPins { get; init; } = [];

    public IReadOnlyList<int> InputOnlyPins { get; init; } = [];

    /// <summary>Pins with an ADC that Wi-Fi leaves alone, and the channel of each.</summary>
    public IReadOnlyDictionary<int, int> AdcChannels { get; init; } = new Dictionary<int, int>();

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

    public bool HasEthernet { get; init; }

    public int PulseCounters { get; init; }

    public bool HasOneWire { get; init; }

    public int ManagedHeap { get; init; }

    public int StorageBytes { get; init; }

    /// <summary>Flash address of the application, such as <c>0x1E0000</c>; null where there is no flash.</summary>
    public string? DeployAddress { get; init; }

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

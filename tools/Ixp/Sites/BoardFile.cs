using System.Globalization;
using System.Text.RegularExpressions;

namespace Ixp.Sites;

/// <summary>Reads board files.</summary>
public static partial class BoardFile
{
    /// <param name="folder">Folder of the board files.</param>
    /// <param name="name">Name of the board.</param>
    /// <exception cref="SiteException">There is no such board, or its file is not right.</exception>
    public static Board Read(string folder, string name)
    {
        string file = Path.Combine(folder, name + ".json");
        if (!File.Exists(file))
        {
            var known = Directory.GetFiles(folder, "*.json").Select(Path.GetFileNameWithoutExtension)
                .Where(n => !n!.EndsWith(".schema", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
            throw new SiteException($"There is no board '{name}' in {folder}; there is {string.Join(", ", known)}.");
        }

        return Read(file);
    }

    /// <exception cref="SiteException">The file is not right.</exception>
    public static Board Read(string file) => Read(JsonObjectReader.Open(file));

    /// <exception cref="SiteException">The file is not right; tells all that is wrong.</exception>
    internal static Board Read(JsonObjectReader json)
    {
        var board = Parse(json);
        json.Finish();
        return board;
    }

    /// <returns>What could be read; what is wrong is noted in the reader.</returns>
    internal static Board Parse(JsonObjectReader json)
    {
        var led = json.Object("led");
        var button = json.Object("button");
        var watchdog = json.Object("watchdog");
        var board = new Board
        {
            Name = json.Text("board", BoardName(), "1 to 32 characters of a-z, 0-9 and -"),
            Title = json.Text("title"),
            Image = json.Text("image"),
            HasEthernet = json.OneOf("network", ["ethernet", "wifi"]) is "ethernet",
            ReservedPins = json.Numbers("reserved_pins", 0, 48),
            InputOnlyPins = json.Numbers("input_only_pins", 0, 48),
            Functions = Functions(json.Needed("functions")),
            AdcChannels = AdcChannels(json.Object("adc_channels")),
            ButtonPin = button?.Number("pin", 0, 48),
            ButtonIsActiveLow = button?.Flag("active_low", false) ?? false,
            WatchdogPin = watchdog?.Number("pin", 0, 48),
            PulseCounters = json.Number("pulse_counters", 0, 8, 0),
            HasOneWire = json.Flag("one_wire", false),
            ManagedHeap = json.Number("managed_heap_bytes", 0, int.MaxValue, 0),
            StorageBytes = json.Number("storage_bytes", 0, int.MaxValue, 0),
            DeployAddress = json.Has("deploy_address") ? json.Text("deploy_address", FlashAddress(), "a flash address such as 0x1E0000") : null,
        };
        json.OneOf("verified", ["hardware", "source", "unverified"]);
        json.Texts("notes");
        button?.RefuseUnknown();
        watchdog?.RefuseUnknown();
        json.RefuseUnknown();
        return led is null ? board : LedReader.Read(board, led);
    }

    private static Dictionary<string, int> Functions(JsonObjectReader json)
    {
        string[] known = ["i2c1_data", "i2c1_clock", "i2c2_data", "i2c2_clock", "com2_tx", "com2_rx", "com3_tx", "com3_rx"];
        var functions = known.Where(json.Has).ToDictionary(k => k, k => json.Number(k, 0, 48), StringComparer.Ordinal);
        foreach (string key in json.Keys().Except(known))
            json.Refuse(key, "is no pin function", $"known are {string.Join(", ", known)}");
        return functions;
    }

    private static Dictionary<int, int> AdcChannels(JsonObjectReader? json)
    {
        var channels = new Dictionary<int, int>();
        foreach (string key in json?.Keys() ?? [])
        {
            if (!PinNumber().IsMatch(key))
                json!.Refuse(key, "is no pin", "give its number, 0 to 48");
            else
                channels[int.Parse(key, CultureInfo.InvariantCulture)] = json!.Number(key, 0, 19);
        }

        return channels;
    }

    [GeneratedRegex("^[a-z0-9-]{1,32}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BoardName();

    [GeneratedRegex("^([0-9]|[1-3][0-9]|4[0-8])$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PinNumber();

    [GeneratedRegex("^0x[0-9A-F]{1,8}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FlashAddress();
}

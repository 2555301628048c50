using System.Text.RegularExpressions;
using Ixp.Sites.Boards;

namespace Ixp.Sites;

/// <summary>Reads board files.</summary>
public static partial class BoardFile
{
    private static readonly string[] KnownFunctions = ["i2c1_data", "i2c1_clock", "i2c2_data", "i2c2_clock", "com2_tx", "com2_rx", "com3_tx", "com3_rx"];

    /// <param name="folder">Folder of the board files.</param>
    /// <param name="name">Name of the board.</param>
    /// <exception cref="SiteException">There is no such board, or its file is not right.</exception>
    public static Board Read(string folder, string name) => Read(PathOf(folder, name));

    /// <exception cref="SiteException">The file is not right; tells all that is wrong.</exception>
    public static Board Read(string file) => Read(JsonObjectReader.Open(file));

    /// <returns>The file of a board.</returns>
    /// <exception cref="SiteException">There is no such board.</exception>
    internal static string PathOf(string folder, string name)
    {
        string file = Path.Combine(folder, name + ".json");
        if (File.Exists(file))
            return file;
        throw new SiteException($"There is no board '{name}' in {folder}; there is {string.Join(", ", Names(folder))}.");
    }

    /// <returns>The boards of a folder, in order.</returns>
    internal static IReadOnlyList<string> Names(string folder) =>
        [.. Directory.GetFiles(folder, "*.json").Select(f => Path.GetFileNameWithoutExtension(f)).Where(n => !n.EndsWith(".schema", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

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
        var evidence = new EvidenceReader();
        evidence.Read(json);
        var board = new Board
        {
            Name = json.Text("board", BoardName(), "1 to 32 characters of a-z, 0-9 and -"),
            Title = json.Text("title"),
            Soc = json.OneOf("soc", ["esp32", "esp32s3", "esp32c3"]),
            Image = json.Text("image"),
            HasEthernet = json.OneOf("network", ["ethernet", "wifi"]) is "ethernet",
            Abilities = ChipReader.Image(json.Needed("abilities"), evidence),
            Flash = ChipReader.Flash(json.Needed("flash"), evidence),
            Memory = ChipReader.Memory(json.Needed("memory"), evidence),
            Serial = ChipReader.Serial(json.Needed("serial"), evidence),
            Ethernet = json.Object("ethernet") is { } ethernet ? ChipReader.Ethernet(ethernet, evidence) : null,
            Pins = PinReader.Read(json.Needed("pins"), evidence),
            Functions = Functions(json.Needed("functions")),
            ButtonPin = button?.Number("pin", 0, PinReader.Highest),
            ButtonIsActiveLow = button?.Flag("active_low", false) ?? false,
            WatchdogPin = watchdog?.Number("pin", 0, PinReader.Highest),
            Power = evidence.Notes(json, "power"),
            Notes = evidence.Notes(json, "notes"),
            Sources = Sources(json.Needed("sources")),
            Evidence = evidence.All,
        };
        button?.RefuseUnknown();
        watchdog?.RefuseUnknown();
        board = led is null ? board : LedReader.Read(board, led);
        json.RefuseUnknown();
        return board;
    }

    private static Dictionary<string, int> Functions(JsonObjectReader json)
    {
        foreach (string key in json.Keys().Except(KnownFunctions))
            json.Refuse(key, "is no pin function", $"known are {string.Join(", ", KnownFunctions)}");
        return KnownFunctions.Where(json.Has).ToDictionary(k => k, k => json.Number(k, 0, PinReader.Highest), StringComparer.Ordinal);
    }

    private static Dictionary<string, string> Sources(JsonObjectReader json) =>
        json.Keys().ToDictionary(k => k, k => json.Text(k), StringComparer.Ordinal);

    [GeneratedRegex("^[a-z0-9-]{1,32}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BoardName();
}

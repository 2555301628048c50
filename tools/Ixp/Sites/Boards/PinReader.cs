using System.Globalization;
using System.Text.RegularExpressions;

namespace Ixp.Sites.Boards;

/// <summary>Reads the table of pins of a board file.</summary>
internal static partial class PinReader
{
    public const int Highest = 48;

    /// <returns>By number, ascending.</returns>
    public static SortedDictionary<int, BoardPin> Read(JsonObjectReader json, EvidenceReader evidence)
    {
        var pins = new SortedDictionary<int, BoardPin>();
        foreach (string key in json.Keys())
        {
            if (!PinNumber().IsMatch(key))
            {
                json.Refuse(key, "is no pin", "give its number, 0 to 48");
                continue;
            }

            int number = int.Parse(key, CultureInfo.InvariantCulture);
            pins[number] = Pin(json.Needed(key), number, evidence);
        }

        return pins;
    }

    private static BoardPin Pin(JsonObjectReader json, int number, EvidenceReader evidence)
    {
        string use = json.OneOf("use", [.. PinUse.All.Select(u => u.Name)]);
        var adc = json.Object("adc");
        var pin = new BoardPin(number, json.Text("role"), PinUse.All.FirstOrDefault(u => string.Equals(u.Name, use, StringComparison.Ordinal)) ?? PinUse.Free)
        {
            IsInputOnly = json.Flag("input_only", false),
            Strap = json.Has("strap") ? json.OneOf("strap", ["low", "high", "either"]) switch { "low" => false, "high" => true, _ => null } : null,
            AdcUnit = adc?.Number("unit", 1, 2) ?? 0,
            AdcChannel = adc?.Number("channel", 0, 19) ?? 0,
            Pull = json.Has("pull") ? json.Text("pull", Resistor(), "up or down and the resistor, such as up 2.2k") : "",
            Dips = json.Flag("dips", false),
            Hazard = json.Text("hazard", ""),
            Header = json.Text("header", ""),
            Evidence = evidence.Read(json),
        };
        adc?.RefuseUnknown();
        json.RefuseUnknown();
        return pin;
    }

    [GeneratedRegex("^([0-9]|[1-3][0-9]|4[0-8])$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PinNumber();

    [GeneratedRegex("^(up|down) [0-9.]{1,6}[kM]?$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Resistor();
}

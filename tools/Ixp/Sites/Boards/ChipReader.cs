using System.Globalization;
using System.Text.RegularExpressions;

namespace Ixp.Sites.Boards;

/// <summary>Reads what a board file says of the image and of what it runs on.</summary>
internal static partial class ChipReader
{
    public static BoardImage Image(JsonObjectReader json, EvidenceReader evidence)
    {
        var image = new BoardImage
        {
            HasOneWire = json.Flag("one_wire", false),
            PulseCounters = json.Number("pulse_counters", 0, 8),
            I2cBuses = json.Number("i2c_buses", 0, 2),
            HasRmt = json.Flag("rmt", false),
            Sockets = json.Number("sockets", 1, 64),
            TcpSockets = json.Number("tcp_sockets", 1, 64),
            ChipRevision = json.Has("chip_revision") ? json.Text("chip_revision", Revision(), "a revision such as v3, or any") : "any",
            Evidence = evidence.Read(json),
        };
        json.RefuseUnknown();
        return image;
    }

    public static BoardFlash Flash(JsonObjectReader json, EvidenceReader evidence)
    {
        var flash = new BoardFlash(
            [.. json.Objects("sizes").Select(Size)],
            json.Number("firmware_kib", 0, 65536),
            json.Has("deploy_address") ? Address(json) : null,
            evidence.Read(json));
        json.RefuseUnknown();
        return flash;
    }

    public static BoardMemory Memory(JsonObjectReader json, EvidenceReader evidence)
    {
        var memory = new BoardMemory(json.Number("managed_heap_bytes", 0, int.MaxValue), json.Number("psram_mib", 0, 64, 0), evidence.Read(json));
        json.RefuseUnknown();
        return memory;
    }

    public static BoardSerial Serial(JsonObjectReader json, EvidenceReader evidence)
    {
        var serial = new BoardSerial(json.Number("baud", 9600, 4_000_000), json.Flag("usb", false), evidence.Read(json));
        json.RefuseUnknown();
        return serial;
    }

    public static BoardEthernet Ethernet(JsonObjectReader json, EvidenceReader evidence)
    {
        var ethernet = new BoardEthernet(
            json.Text("phy"), json.Number("address", 0, 31), json.Text("clock"), json.Flag("wifi_at_the_same_time", false), evidence.Read(json));
        json.RefuseUnknown();
        return ethernet;
    }

    private static FlashSize Size(JsonObjectReader json)
    {
        var size = new FlashSize(json.Number("mib", 1, 64), json.Number("app_kib", 0, 65536), json.Number("storage_kib", 0, 65536));
        json.RefuseUnknown();
        return size;
    }

    private static int Address(JsonObjectReader json)
    {
        string text = json.Text("deploy_address", FlashAddress(), "a flash address such as 0x1E0000");
        return text.Length == 0 ? 0 : int.Parse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("^0x[0-9A-F]{1,7}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FlashAddress();

    [GeneratedRegex("^(any|v[0-9]{1,2}(\\.[0-9]{1,2})?)$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Revision();
}

using System.Globalization;
using System.Text;
using Appliance.Core.Checksums;
using VirtualBoard.Storage;

namespace SystemTests.Support;

/// <summary>Files of the appliance, as a test writes and compares them.</summary>
internal static class FlashText
{
    public const string Config = "ixp/site.conf";
    public const string Good = "ixp/site.good";
    public const string Ledger = "ixp/boot";
    private const string Journal = "ixp/journal/";
    private const string Trailer = "end crc=";

    /// <summary>Adds a line to a configuration file, whose check sum stays right.</summary>
    public static void AddLine(this FlashStore flash, string path, string line)
    {
        string text = Encoding.ASCII.GetString(flash.ReadFile(path));
        flash.WriteSealed(path, text[..text.IndexOf(Trailer, StringComparison.Ordinal)] + line + "\n");
    }

    /// <summary>Writes a file in the configuration format.</summary>
    /// <param name="body">Header and lines, without the check sum.</param>
    public static void WriteSealed(this FlashStore flash, string path, string body)
    {
        byte[] bytes = Encoding.ASCII.GetBytes(body);
        string trailer = Trailer + Crc32.Of(bytes, 0, bytes.Length).ToString("X8", CultureInfo.InvariantCulture) + "\n";
        flash.WriteFile(path, [.. bytes, .. Encoding.ASCII.GetBytes(trailer)]);
    }

    /// <summary>A ledger that has seen so many failed starts.</summary>
    public static void WriteLedger(this FlashStore flash, int failed, int restarts = 0) => flash.WriteSealed(
        Ledger, $"ixp-config 1\nboot session=100 failed={failed} tries=0 restarts={restarts} sequence=0 refused= reason=\n");

    /// <summary>All files but those that each start writes and the reports that wait for the broker.</summary>
    public static Dictionary<string, string> Lasting(this FlashStore flash) => flash.Files
        .Where(f => f is not Ledger and not "ixp/session" && !f.StartsWith(Journal, StringComparison.Ordinal))
        .ToDictionary(f => f, f => Convert.ToHexString(flash.ReadFile(f)), StringComparer.Ordinal);
}

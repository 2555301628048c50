using System.Globalization;
using System.Text.Json.Nodes;
using Ixp.Running;
using Ixp.Sites;

namespace Tools.Tests.Ixp;

/// <summary>The good files that the tests begin with.</summary>
internal static class Samples
{
    public static string BoardPath { get; } = Path.Combine(SiteFolder.Boards, "olimex-esp32-poe-iso.json");

    public static Board GoodBoard => BoardFile.Read(BoardPath);

    public static Site GoodSite => SiteFile.Read(SiteFolder.Demonstration);

    /// <summary>A site with every kind of sensor, and its board.</summary>
    public static Site FullSite => SiteFile.Read(SiteFolder.Full);

    public static Board FullBoard => BoardFile.Read(SiteFolder.Boards, FullSite.Board);

    public static JsonObject Json(string file) => JsonNode.Parse(File.ReadAllText(file))!.AsObject();

    /// <summary>Lets a reader read a text as a file.</summary>
    /// <returns>The complaint without the name of the file; null if there is none.</returns>
    public static string? Complaint(string text, Action<string> read)
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, text);
            read(file);
            return null;
        }
        catch (SiteException e)
        {
            return e.Message.Replace(file, "", StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <param name="place">Keys and indices down to the value.</param>
    /// <param name="value">JSON to put there; null takes the key away.</param>
    /// <returns>A copy that differs in one value.</returns>
    public static JsonObject Changed(JsonObject good, string[] place, string? value)
    {
        var copy = good.DeepClone().AsObject();
        JsonNode parent = copy;
        foreach (string step in place[..^1])
            parent = parent is JsonArray list ? list[IndexOf(step)]! : parent[step]!;
        if (parent is JsonArray array)
            array[IndexOf(place[^1])] = JsonNode.Parse(value!);
        else if (value is null)
            parent.AsObject().Remove(place[^1]);
        else
            parent[place[^1]] = JsonNode.Parse(value);
        return copy;
    }

    public static int IndexOf(string step) => int.Parse(step, CultureInfo.InvariantCulture);
}

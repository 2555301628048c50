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
}

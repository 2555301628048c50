using System.Text.Json;
using Ixp.Sites;

namespace Ixp.Flash;

/// <summary>The JSON by which nanoff puts files onto drive I: of a board.</summary>
internal static class FileDeployment
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <param name="folder">Where the files are on this PC.</param>
    /// <param name="names">Their names, in the order in which they are to be written.</param>
    /// <param name="gone">Names of those that a board must not have any more: credentials of before.</param>
    public static byte[] Json(string folder, IEnumerable<string> names, IEnumerable<string> gone) => JsonSerializer.SerializeToUtf8Bytes(
        new
        {
            files = gone.Select(n => new { DestinationFilePath = OnBoard(n), SourceFilePath = "" })
                .Concat(names.Select(n => new { DestinationFilePath = OnBoard(n), SourceFilePath = Path.Combine(folder, n) })),
        },
        Indented);

    private static string OnBoard(string name) => $"I:\\{DeviceFiles.Folder}\\{name}";
}

using System.Text.Json;
using Ixp.Sites;

namespace Ixp.Flash;

/// <summary>The JSON by which nanoff puts files onto drive I: of a board.</summary>
internal static class FileDeployment
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <param name="folder">Where the files are on this PC.</param>
    /// <param name="names">Their names, in the order in which they are to be written.</param>
    public static byte[] Json(string folder, IEnumerable<string> names) => JsonSerializer.SerializeToUtf8Bytes(
        new { files = names.Select(n => new { DestinationFilePath = $"I:\\{DeviceFiles.Folder}\\{n}", SourceFilePath = Path.Combine(folder, n) }) },
        Indented);
}

using System.IO;

namespace Appliance.App.Storage;

/// <summary>
/// A small file that is replaced as a whole. The device cannot rename over an existing file, so a power cut can leave only the
/// new copy under its temporary name; reading looks there as well.
/// </summary>
public static class DurableFile
{
    private const string Temporary = ".new";

    /// <returns>The content, or null if there is no such file.</returns>
    public static byte[] Read(string path)
    {
        if (File.Exists(path))
        {
            return File.ReadAllBytes(path);
        }

        return File.Exists(path + Temporary) ? File.ReadAllBytes(path + Temporary) : null;
    }

    public static void Write(string path, byte[] content)
    {
        // With the old copy gone, the temporary one may be all there is: it has to take its place before it is overwritten.
        if (!File.Exists(path) && File.Exists(path + Temporary))
        {
            File.Move(path + Temporary, path);
        }

        File.WriteAllBytes(path + Temporary, content);
        Delete(path);
        File.Move(path + Temporary, path);
    }

    public static void Delete(string path)
    {
        if (File.Exists(path))
        {
            File.Delete(path);
        }
    }
}

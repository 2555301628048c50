using System.Reflection;
using System.Runtime.Loader;

namespace VirtualBoard.Hosting;

/// <summary>
/// One loading of a firmware image: its own statics. What the image does not hold - the API, the engine, .NET - is shared by all.
/// Collected with the last thread and object of its boot.
/// </summary>
internal sealed class FirmwareContext(FirmwareImage image, string name) : AssemblyLoadContext(name, isCollectible: true)
{
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (image.Find(assemblyName.Name!) is not { } found)
            return null;

        using var il = new MemoryStream(found.Image);
        using var symbols = found.Symbols.Length > 0 ? new MemoryStream(found.Symbols) : null;
        return LoadFromStream(il, symbols);
    }
}

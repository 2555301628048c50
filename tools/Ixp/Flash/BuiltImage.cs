using NanoGate;

namespace Ixp.Flash;

/// <summary>The application's deployment image as a build of the device projects leaves it.</summary>
internal static class BuiltImage
{
    public static string Path { get; } = System.IO.Path.Combine(
        RepositoryRoot.Find(AppContext.BaseDirectory), "firmware", "App", "bin", "Release", "Appliance.App.bin");
}

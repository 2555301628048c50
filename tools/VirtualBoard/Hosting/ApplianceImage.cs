namespace VirtualBoard.Hosting;

/// <summary>The appliance's firmware as this build wove it.</summary>
public static class ApplianceImage
{
    private static readonly FirmwareAssembly[] Assemblies = ReadAssemblies();

    /// <summary>The whole firmware: <c>board.Boot(ApplianceImage.Firmware)</c>.</summary>
    public static FirmwareImage Firmware { get; } = new("Appliance.App", Assemblies);

    /// <summary>The firmware's own unit tests, of <c>tests/Firmware.Tests</c>.</summary>
    public static FirmwareImage UnitTests { get; } = new("NFUnitTest", Assemblies);

    private static FirmwareAssembly[] ReadAssemblies() =>
        [.. typeof(ApplianceImage).Assembly.GetManifestResourceNames()
            .Where(n => n.EndsWith(".dll", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(n => new FirmwareAssembly(n[..^4], Read(n), Read(Path.ChangeExtension(n, ".pdb"))))];

    private static byte[] Read(string name)
    {
        using var stream = typeof(ApplianceImage).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"This build lacks {name}: build VirtualBoard.Hosting again.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}

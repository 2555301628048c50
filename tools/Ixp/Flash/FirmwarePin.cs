namespace Ixp.Flash;

/// <summary>Which nanoff and which version of the board's firmware this application is made for: <c>firmware.json</c>.</summary>
/// <param name="Nanoff">The oldest nanoff that will do.</param>
/// <param name="Version">Three numbers for the newest published build of that version, four for that build alone.</param>
/// <param name="Verified">How it is known, as in a board file.</param>
public sealed record FirmwarePin(string Nanoff, string Version, string Verified, string Note)
{
    public static FirmwarePin Current { get; } = FlashData.Read<FirmwarePin>("firmware.json");

    /// <param name="asked">A version that was asked for; null for the one that the application is made for.</param>
    public static FirmwarePin Of(string? asked) => asked is null ? Current : Current with { Version = asked };

    /// <summary>It names one build.</summary>
    public bool IsExact => System.Version.TryParse(Version, out var version) && version.Revision >= 0;

    /// <returns>The build to take of those that are published, or null if none fits.</returns>
    public string? Choose(IEnumerable<string> published)
    {
        var fitting = published.Select(p => System.Version.TryParse(p, out var v) ? v : null).OfType<System.Version>().Where(Fits);
        return fitting.Max()?.ToString();
    }

    private bool Fits(System.Version build)
    {
        var pin = System.Version.Parse(Version);
        return build.Major == pin.Major && build.Minor == pin.Minor && build.Build == pin.Build && (pin.Revision < 0 || build.Revision == pin.Revision);
    }
}

namespace Ixp.Flash;

/// <summary>Which build of the firmware is flashed.</summary>
internal static class FirmwareChoice
{
    /// <param name="asked">A version that was asked for; null for the one that the application is made for.</param>
    /// <param name="archive">Folder of an archive; null for what is published.</param>
    /// <param name="line">Gets what nanoff says.</param>
    /// <exception cref="FlashException">There is none that fits.</exception>
    public static async Task<string> Make(string? asked, string image, string? archive, Nanoff nanoff, Action<string> line, CancellationToken cancellation)
    {
        var pin = FirmwarePin.Of(asked);
        if (pin.IsExact)
            return pin.Version;
        var result = await nanoff.Run(FlashPlan.ListTargets(archive), line, cancellation);
        NanoffFailure.Refuse(result, "the versions of the firmware could not be asked for");
        var listed = TargetList.VersionsOf(image, result.Output);
        return pin.Choose(listed) ?? throw new FlashException(
            listed.Count == 0 ? $"there is no image {image}" : $"of {image} there is {string.Join(", ", listed)}, and none of {pin.Version}",
            archive is null
                ? $"The list has the newest builds only: if a build of {pin.Version} is known to you, give its four numbers by --firmware-version. One of another version may not take the application."
                : "Make the archive anew by --make-archive, where there is Internet.");
    }
}

namespace Ixp.Flash;

/// <summary>
/// The calls of nanoff that make a board of a box the appliance of a site. Firmware and application go by calls of their own: in one
/// call nanoff would put the application at its default address, which for some chips is another one than the image's. No call asks the
/// Internet for a newer nanoff, which takes minutes in a network that drops packets.
/// </summary>
internal static class FlashPlan
{
    /// <summary>Steps before it need the board in its loader, this one and those behind it a board that runs.</summary>
    public const int FirstOnRunningBoard = 2;

    /// <param name="port">Port of the board.</param>
    /// <param name="firmware">Version of the firmware.</param>
    /// <param name="files">JSON of the files; null for none.</param>
    /// <param name="network">JSON of the network settings; null for none.</param>
    public static IReadOnlyList<FlashStep> Of(FlashOrder order, FlashTarget target, string port, string firmware, string? files, string? network)
    {
        // Where it tells more, it moves the cursor of a console that it does not have here, and ends by that.
        var update = OnBoard(target, port).With("--update").With("--fwversion", firmware).With("-v", "m");
        if (order.Erases)
            update.With("--masserase");
        if (order.Archive is { } archive)
            update.With("--fromarchive").With("--archivepath", archive);
        List<FlashStep> steps =
        [
            new("firmware", update),
            new("application", OnBoard(target, port).With("--deploy").With("--image", order.Image).With("--address", target.Address)),
        ];
        if (files is not null)
            steps.Add(new("configuration", Quick().With("--serialport", port).With("--filedeployment", files)));
        if (network is not null)
            steps.Add(new("network settings", Quick().With("--serialport", port).With("--networkdeployment", network)));
        return steps;
    }

    /// <summary>Asks which versions of the firmware there are: three of each image that was published within a month, or all of an archive.</summary>
    public static NanoffCall ListTargets(string? archive)
    {
        var call = Quick().With("--listtargets").With("--platform", "esp32");
        return archive is null ? call : call.With("--fromarchive").With("--archivepath", archive);
    }

    /// <summary>Puts the firmware of a board into an archive.</summary>
    public static NanoffCall MakeArchive(FlashTarget target, string firmware, string archive) => Quick()
        .With("--updatearchive").With("--platform", "esp32").With("--target", target.Image).With("--fwversion", firmware).With("--archivepath", archive);

    private static NanoffCall OnBoard(FlashTarget target, string port) =>
        Quick().With("--platform", "esp32").With("--target", target.Image).With("--serialport", port);

    private static NanoffCall Quick() => new NanoffCall().With("--suppressnanoffversioncheck");
}

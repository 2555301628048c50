namespace Ixp.Flash;

/// <summary>A folder from which a board can be flashed where there is no Internet: nanoff's archive of firmware, and the application.</summary>
internal static class FlashArchive
{
    private const string ImageName = "appliance.bin";

    /// <returns>The application in an archive; null without one.</returns>
    public static string? ImageIn(string? folder) => folder is null ? null : Path.Combine(folder, ImageName);

    /// <exception cref="FlashException">It cannot be made; says what to do.</exception>
    public static async Task Make(FlashOrder order, string folder, Nanoff nanoff, TextWriter writer, CancellationToken cancellation)
    {
        var target = FlashTarget.Of(order.Board);
        order.RefuseWithoutImage();
        await nanoff.Check(FirmwarePin.Current.Nanoff, cancellation);
        string firmware = await FirmwareChoice.Make(order.FirmwareVersion, target.Image, null, nanoff, writer.WriteLine, cancellation);
        Directory.CreateDirectory(folder);
        NanoffFailure.Refuse(await nanoff.Run(FlashPlan.MakeArchive(target, firmware, folder), writer.WriteLine, cancellation), "archive");
        File.Copy(order.Image, Path.Combine(folder, ImageName), overwrite: true);
        await writer.WriteLineAsync($"{folder} holds {target.Image} {firmware} and the application: ixp flash --offline {folder}");
    }
}

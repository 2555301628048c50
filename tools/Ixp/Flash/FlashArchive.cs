namespace Ixp.Flash;

/// <summary>A folder from which a board can be flashed where there is no Internet: nanoff's archive of firmware, and the application.</summary>
internal static class FlashArchive
{
    private const string ImageName = "appliance.bin";

    /// <returns>The application in an archive; null without one.</returns>
    public static string? ImageIn(string? folder) => folder is null ? null : Path.Combine(folder, ImageName);

    /// <returns>The exit code.</returns>
    public static async Task<int> Make(FlashOrder order, string folder, Nanoff nanoff, TextWriter writer, CancellationToken cancellation)
    {
        try
        {
            var target = FlashTarget.Of(order.Board);
            if (!File.Exists(order.Image))
                throw new FlashException($"the application {order.Image} is not there", "Build it by flash.ps1, or give the file of a release by --image.");
            await nanoff.Check(FirmwarePin.Current.Nanoff, cancellation);
            string firmware = await FirmwareChoice.Make(order.FirmwareVersion, target.Image, null, nanoff, writer.WriteLine, cancellation);
            Directory.CreateDirectory(folder);
            var result = await nanoff.Run(FlashPlan.MakeArchive(target, firmware, folder), writer.WriteLine, cancellation);
            if (!result.IsGood)
            {
                var (what, next) = NanoffFailure.Of(result);
                throw new FlashException($"archive: {what}", next);
            }

            File.Copy(order.Image, Path.Combine(folder, ImageName), overwrite: true);
            await writer.WriteLineAsync($"{folder} holds {target.Image} {firmware} and the application: ixp flash --offline {folder}");
            return 0;
        }
        catch (FlashException e)
        {
            await Console.Error.WriteLineAsync($"ixp: {e.Message}");
            return 1;
        }
    }
}

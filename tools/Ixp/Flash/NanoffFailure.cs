namespace Ixp.Flash;

/// <summary>What an error of nanoff means to whoever stands there with a board, and what to do next.</summary>
public static class NanoffFailure
{
    private const string Loader = "Hold BOOT (on boards that have it), press and let go of RESET, let go of BOOT, and try again; use a cable that carries data, and no hub.";
    private const string Busy = "Close what else may use the port, such as Visual Studio's Device Explorer or a terminal, and try again.";
    private const string Restart = "Press RESET on the board, wait ten seconds, and try again.";
    private const string Download = "Connect this PC to the Internet and try again, or flash from an archive that was made where there is Internet, by --offline.";

    private static readonly Dictionary<string, (string What, string Next)> Known = new(StringComparer.Ordinal)
    {
        ["E2000"] = ("the board does not answer while it runs", Restart),
        ["E2002"] = ("the running board did not take it", Restart),
        ["E2003"] = ("the running board did not take the files", Restart),
        ["E4000"] = ("the board did not go into its loader, or nanoff failed while it was there", Loader),
        ["E4001"] = ("the flash of this board has a size that no image is made for", "Look at the name of the board, and take the --board that it is."),
        ["E4002"] = ("the flash could not be erased", Loader),
        ["E4003"] = ("the flash could not be written", Loader),
        ["E4004"] = ("the flash could not be read", Loader),
        ["E4005"] = ("the port cannot be opened", Busy),
        ["E6000"] = ("the port cannot be opened", Busy),
        ["E6001"] = ("no port was given", "Give one by --port."),
        ["E6002"] = ("another program has the port", Busy),
        ["E9000"] = ("nanoff does not know an option", "Update it: dotnet tool update -g nanoff"),
        ["E9005"] = ("there is no image of that name and version", "nanoff --listtargets --platform esp32 names those there are; give one by --firmware-version."),
        ["E9006"] = ("there is no room for the download", "Make room on this PC's disk and try again."),
        ["E9007"] = ("the image could not be downloaded", Download),
        ["E9008"] = ("the application is not there", "Build it by flash.ps1, or give its file by --image."),
        ["E9009"] = ("nanoff does not take the address of the application", "Update it: dotnet tool update -g nanoff"),
        ["E9015"] = ("the image is not in the archive", "Make the archive anew by --make-archive, where there is Internet."),
    };

    /// <summary>Codes that have words of their own.</summary>
    public static IReadOnlyCollection<string> Codes => Known.Keys;

    /// <param name="during">What was being done, for people.</param>
    /// <exception cref="FlashException">It went wrong; says what, and the next step.</exception>
    public static void Refuse(NanoffResult result, string during)
    {
        if (result.IsGood)
            return;
        var (what, next) = Of(result);
        throw new FlashException($"{during}: {what}", next);
    }

    private static (string What, string Next) Of(NanoffResult result)
    {
        if (result.ErrorCode is { } code)
            return Known.TryGetValue(code, out var words) ? words : ($"nanoff says {code}", "Flash again with --plain, which shows all that nanoff says.");
        if (result.FailedFiles.Count > 0)
            return ($"{string.Join(" and ", result.FailedFiles)} did not get onto the board", Restart);
        return result.Output.Any(l => l.Contains("HttpRequestException", StringComparison.Ordinal))
            ? ("the Internet could not be asked", Download)
            : ($"nanoff ended with {result.ExitCode}", "Flash again with --plain, which shows all that nanoff says.");
    }
}

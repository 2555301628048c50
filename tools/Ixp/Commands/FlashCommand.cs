using System.CommandLine;
using Ixp.Flash;
using Ixp.Pack;
using Ixp.Running;
using Ixp.Sites;
using Spectre.Console;

namespace Ixp.Commands;

/// <summary><c>ixp flash</c>: makes a board of a box the appliance of a site.</summary>
internal static class FlashCommand
{
    private const string PlannedPort = "PORT";

    public static Command Create()
    {
        var board = new Option<string?>("--board") { Description = "Board of board-configs; the site's own unless told." };
        var site = new Option<FileInfo?>("--site") { Description = "Site file. Without it the board gets firmware and application, and no configuration." };
        var secrets = new Option<FileInfo?>("--secrets") { Description = "File of secrets of the site; the .secrets.json beside it unless told. Without one a device keeps the secrets that it has." };
        var port = new Option<string?>("--port") { Description = "Serial port of the board: COM3, /dev/ttyUSB0. The only one there is unless told." };
        var image = new Option<FileInfo?>("--image") { Description = "The application's .bin file; the one that was built here unless told." };
        var firmware = new Option<string?>("--firmware-version") { Description = $"Version of the board's firmware; {FirmwarePin.Current.Version} unless told, for which the application is made." };
        firmware.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } text && !(Version.TryParse(text, out var version) && version.Build >= 0))
                result.AddError($"--firmware-version {text}: write three or four numbers, such as {FirmwarePin.Current.Version}.");
        });
        var offline = new Option<DirectoryInfo?>("--offline") { Description = "Flash from this folder, which --make-archive made, instead of the Internet." };
        var makeArchive = new Option<DirectoryInfo?>("--make-archive") { Description = "Put the board's firmware and the application into this folder, for --offline, and flash nothing." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Print the commands and do nothing. Needs no board and no nanoff." };
        var erase = new Option<bool>("--erase") { Description = "Erase everything on the board first: its settings, and reports that wait for the broker." };
        var account = new Option<FileInfo?>("--account") { Description = "Account of the NOC, as ixp enroll made it, to see whether the device's status reaches the broker." };
        var nocPort = NocPortOption.Create("Port on which the NOC connects to the site's broker, for --account: 8884, without TLS 1884, unless told.");
        var program = new Option<string>("--nanoff") { Description = "The program nanoff.", DefaultValueFactory = _ => "nanoff" };
        var plain = new Option<bool>("--plain") { Description = "Lines instead of bars." };
        var command = new Command("flash", "Put firmware, application and configuration onto a board, and see it start.")
        {
            board, site, secrets, port, image, firmware, offline, makeArchive, dryRun, erase, account, nocPort, program, plain,
        };
        command.SetAction((parse, cancellation) => Guarded.Run(async () =>
        {
            var (onBoard, ofSite) = Read(parse.GetValue(board), parse.GetValue(site)?.FullName, parse.GetValue(secrets)?.FullName);
            var order = new FlashOrder
            {
                Board = onBoard,
                Site = ofSite,
                Port = parse.GetValue(port),
                Image = parse.GetValue(image)?.FullName ?? FlashArchive.ImageIn(parse.GetValue(offline)?.FullName) ?? BuiltImage.Path,
                FirmwareVersion = parse.GetValue(firmware),
                Archive = parse.GetValue(offline)?.FullName,
                Erases = parse.GetValue(erase),
                Account = parse.GetValue(account)?.FullName,
                NocPort = parse.GetValue(nocPort),
            };
            if (parse.GetValue(dryRun))
                return Print(order, parse.GetValue(makeArchive)?.FullName);
            var nanoff = new Nanoff(parse.GetValue(program)!);
            if (parse.GetValue(makeArchive) is { } folder)
                return await Try(() => FlashArchive.Make(order, folder.FullName, nanoff, Console.Out, cancellation));
            return await Try(() => Run(order, nanoff, parse.GetValue(plain) || Console.IsOutputRedirected, cancellation));
        }));
        return command;
    }

    /// <exception cref="SiteException">Board, site or secrets are not right.</exception>
    private static (Board Board, CheckedSite? Site) Read(string? board, string? siteFile, string? secrets)
    {
        if (siteFile is not null)
        {
            var site = DeviceSite.Read(siteFile, board, secrets);
            return (site.Board, site);
        }

        if (secrets is not null)
            throw new CommandLineException("--secrets belong to a site: give it by --site.");
        return (BoardFile.Read(SiteFolder.Boards, board ?? throw new CommandLineException("Tell what board it is: give --board, or a site by --site.")), null);
    }

    private static async Task Run(FlashOrder order, Nanoff nanoff, bool isPlain, CancellationToken cancellation)
    {
        // Bars leave no room for a question.
        using (IFlashView view = isPlain || !order.Board.Serial.HasUsb ? new PlainFlashView(Console.Out) : new BarFlashView(AnsiConsole.Console))
            await new FlashRun(order, nanoff, view) { Pause = Ask }.Run(cancellation);
        Console.WriteLine(order.Site is { } site ? $"{site.Site.Device} runs. Its light tells how it is: see the card, ixp card." : "The board runs. Without --site it got no configuration; one that it had is in force.");
    }

    /// <returns>The exit code: 1 for what failed once it was begun.</returns>
    private static async Task<int> Try(Func<Task> work)
    {
        try
        {
            await work();
            return 0;
        }
        catch (FlashException e)
        {
            await Console.Error.WriteLineAsync($"ixp: {e.Message}");
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("ixp: ended before it was done. Begin it again.");
        }

        return 1;
    }

    /// <summary>The commands, and as remarks of a shell what happens beside them.</summary>
    private static int Print(FlashOrder order, string? archive)
    {
        var target = FlashTarget.Of(order.Board);
        var pin = FirmwarePin.Of(order.FirmwareVersion);
        if (!pin.IsExact)
            Console.WriteLine($"# {pin.Version} becomes the newest build of {target.Image} {pin.Version} in the list of\n{FlashPlan.ListTargets(order.Archive)}");
        if (archive is not null)
        {
            Console.WriteLine(FlashPlan.MakeArchive(target, pin.Version, archive));
            return 0;
        }

        foreach (var step in FlashPlan.Of(order, target, order.Port ?? PlannedPort, pin.Version, order.Site is null ? null : "files.json", order.Site is null ? null : "network.json"))
            Console.WriteLine(step.Call);
        if (order.Site is { } site)
            Console.WriteLine($"# files.json puts {string.Join(", ", DeviceSite.Files(site).Select(f => f.Name))} into I:\\{DeviceFiles.Folder}; network.json names {Network(site)}.");
        Console.WriteLine($"# Then the board is restarted, and its line 'boot: running ...' awaited at {target.Baud} baud.");
        return 0;
    }

    private static void Ask(string question)
    {
        Console.WriteLine(question);
        Console.ReadLine();
    }

    private static string Network(CheckedSite site) =>
        (site.Site.WifiName is { } wifi ? $"the Wi-Fi network {wifi}, " : "") + (site.Site.Network is { } network ? $"the address {network.Address}" : "an address by DHCP");
}

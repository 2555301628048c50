using System.CommandLine;
using Ixp.Running;
using Ixp.Sites;
using Ixp.Wiring;

namespace Ixp.Commands;

/// <summary><c>ixp wiring</c>: how a board is wired, as a picture.</summary>
internal static class WiringCommand
{
    public static Command Create()
    {
        var board = new Option<string?>("--board") { Description = "Board of board-configs; the site's own unless told." };
        var site = new Option<FileInfo?>("--site") { Description = "Site file, whose parts are drawn; without it those that the buses of the board are for." };
        var output = new Option<FileInfo>("--out") { Description = "SVG file to write, for a sheet of A4 across.", Required = true };
        var command = new Command("wiring", "Draw how a board is wired: pins, parts, resistors, and what to mind.") { board, site, output };
        command.SetAction(parse => Guarded.Run(() => Run(parse.GetValue(board), parse.GetValue(site)?.FullName, parse.GetValue(output)!.FullName)));
        return command;
    }

    private static int Run(string? boardName, string? siteFile, string output)
    {
        var site = siteFile is null ? null : SiteFile.Read(siteFile);
        string name = boardName ?? site?.Board ?? throw new CommandLineException("Tell which board: give --board, or a site by --site.");
        File.WriteAllText(output, WiringPicture.Draw(BoardFile.Read(SiteFolder.Boards, name), site));
        return 0;
    }
}

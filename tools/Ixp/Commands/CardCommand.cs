using System.CommandLine;
using Ixp.Card;
using Ixp.Running;
using Ixp.Sites;

namespace Ixp.Commands;

/// <summary><c>ixp card</c>: the page that hangs in the rack and explains the light.</summary>
internal static class CardCommand
{
    public static Command Create()
    {
        var board = new Option<string?>("--board") { Description = "Board of board-configs; the site's own unless told." };
        var site = new Option<FileInfo?>("--site") { Description = "Site file, whose title, device and noc_phone stand on the card; without it there are lines to write on." };
        var language = new Option<string>("--lang") { Description = $"Language: {string.Join(", ", CardTexts.Languages)}.", DefaultValueFactory = _ => "en" };
        language.AcceptOnlyFromAmong([.. CardTexts.Languages]);
        var paper = new Option<string>("--paper") { Description = "a4, one page; or a6, a card with front and back.", DefaultValueFactory = _ => "a4" };
        paper.AcceptOnlyFromAmong("a4", "a6");
        var output = new Option<FileInfo>("--out") { Description = "HTML file to write. Open it in a browser and print it.", Required = true };
        var command = new Command("card", "Make the page that hangs in the rack: each pattern of the light, what it means and what to do first.") { board, site, language, paper, output };
        command.SetAction(parse => Guarded.Run(() => Run(
            parse.GetValue(board),
            parse.GetValue(site)?.FullName,
            parse.GetValue(language)!,
            parse.GetValue(paper) is "a6" ? Paper.A6 : Paper.A4,
            parse.GetValue(output)!.FullName)));
        return command;
    }

    private static int Run(string? boardName, string? siteFile, string language, Paper paper, string output)
    {
        var site = siteFile is null ? null : SiteFile.Read(siteFile);
        string name = boardName ?? site?.Board ?? throw new CommandLineException("Tell whose light it is: give --board, or a site by --site.");
        File.WriteAllText(output, CardPage.Make(BoardFile.Read(SiteFolder.Boards, name), site, language, paper));
        return 0;
    }
}

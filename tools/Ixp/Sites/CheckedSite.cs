using Ixp.Sites.Secrets;

namespace Ixp.Sites;

/// <summary>A site with its board and secrets, which go together and can work.</summary>
public sealed record CheckedSite(Site Site, Board Board, SiteSecrets Secrets)
{
    /// <summary>Where the secrets were read from; null if there was no such file, and so nothing is known of them.</summary>
    public string? SecretsFile { get; init; }

    /// <param name="boards">Folder of the board files.</param>
    /// <param name="board">Name of a board; null for the site's own.</param>
    /// <param name="secretsFile">Null for none.</param>
    /// <exception cref="SiteException">A file is not right, or what they say cannot work; tells all that is wrong.</exception>
    public static CheckedSite Read(string siteFile, string boards, string? board, string? secretsFile)
    {
        var site = SiteFile.Read(siteFile);
        var onBoard = BoardFile.Read(boards, board ?? site.Board);
        var secrets = secretsFile is null ? new SiteSecrets() : Ixp.Sites.Secrets.SecretsFile.Read(secretsFile);
        string boardFile = Path.Combine(boards, onBoard.Name + ".json");
        Refuse(
        [
            .. BoardCheck.Of(onBoard).Where(f => !f.IsWarning).Select(f => $"{boardFile}: {f}"),
            .. SiteCheck.Of(site, onBoard).Concat(SecretsCheck.Of(site, secrets, secretsFile)).Where(f => !f.IsWarning).Select(f => $"{siteFile}: {f}"),
        ]);
        return new CheckedSite(site, onBoard, secrets) { SecretsFile = secretsFile };
    }

    /// <exception cref="SiteException">There are complaints.</exception>
    internal static void Refuse(string[] complaints)
    {
        if (complaints.Length > 0)
            throw new SiteException($"This site cannot work:\n{string.Join('\n', complaints)}");
    }
}

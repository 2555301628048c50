using Ixp.Sites;
using Ixp.Sites.Secrets;

namespace Ixp.Checking;

/// <summary>Checks board, site and secrets files, each by itself and against the others that are given with it.</summary>
/// <param name="boards">Folder of the board files.</param>
/// <param name="now">The time at which certificates have to be valid.</param>
internal sealed class FileCheck(string boards, DateTimeOffset now)
{
    private readonly List<Finding> _findings = [];
    private readonly List<(JsonObjectReader Json, Board Board)> _boards = [];
    private readonly List<(JsonObjectReader Json, Site Site)> _sites = [];
    private readonly List<(JsonObjectReader Json, SiteSecrets Secrets)> _secrets = [];

    /// <param name="secretsFile">Secrets of the sites; null for none, or for those among the files.</param>
    /// <returns>All that was found, file by file.</returns>
    /// <exception cref="SiteException">A file cannot be read at all.</exception>
    public IReadOnlyList<Finding> Of(IReadOnlyList<string> files, string? secretsFile)
    {
        foreach (string file in files)
            Open(file);
        if (secretsFile is not null && _secrets.All(s => Path.GetFullPath(s.Json.File) != Path.GetFullPath(secretsFile)))
            Open(secretsFile, FileKind.Secrets);

        foreach (var (json, board) in _boards)
            Check(json, board);
        foreach (var (json, site) in _sites)
            Check(json, site);
        foreach (var (json, secrets) in _secrets)
            Check(json, secrets, secretsFile);
        CheckDevices();
        CheckPasswords();
        return [.. files.Append(secretsFile).OfType<string>().Distinct(StringComparer.Ordinal).SelectMany(f => _findings.Where(x => x.File == f).OrderBy(x => x.Line)), .. _findings.Where(f => !files.Contains(f.File) && f.File != secretsFile)];
    }

    private void Open(string file, string? kind = null)
    {
        try
        {
            // Until it is known what the file is, nothing of it may be told.
            var source = JsonSource.Open(file, isSecret: true);
            kind ??= FileKind.Of(source.Root);
            var json = kind is FileKind.Secrets ? JsonObjectReader.OpenSecret(file) : JsonObjectReader.Open(file);
            switch (kind)
            {
                case FileKind.Board:
                    _boards.Add((json, BoardFile.Parse(json)));
                    break;
                case FileKind.Site:
                    _sites.Add((json, SiteFile.Parse(json)));
                    break;
                case FileKind.Secrets:
                    _secrets.Add((json, SecretsFile.Parse(json)));
                    break;
                default:
                    _findings.Add(json.Locate(new Finding("", "is neither a board nor a site nor secrets, as far as its keys tell", "begin with \"$schema\": board.schema.json, site.schema.json or secrets.schema.json")));
                    break;
            }
        }
        catch (SiteException e) when (e.Findings.Count > 0)
        {
            _findings.AddRange(e.Findings);
        }
    }

    private void Check(JsonObjectReader json, Board board)
    {
        string name = Path.GetFileNameWithoutExtension(json.File);
        List<Finding> found = [.. BoardCheck.Of(board)];
        if (board.Name.Length > 0 && board.Name != name)
            found.Insert(0, new Finding("board", $"the board is called {board.Name}, and its file {name}.json", "give both one name"));
        Add(json, found);
    }

    private void Check(JsonObjectReader json, Site site)
    {
        var found = new List<Finding>();
        if (BoardOf(site, found) is { } board)
            found.AddRange(SiteCheck.Of(site, board));
        if (site.Broker.CaFile is { Length: > 0 } authorities)
            found.AddRange(new CertificateCheck(now).Authorities(authorities, "broker.tls.ca_file"));
        found.AddRange(SiteAdvice.Of(site));
        Add(json, found);
    }

    private void Check(JsonObjectReader json, SiteSecrets secrets, string? secretsFile)
    {
        // Which site they are of is told by the option, or by there being one of each.
        bool areOfAll = secretsFile is not null && Path.GetFullPath(json.File) == Path.GetFullPath(secretsFile);
        var sites = areOfAll || (_sites.Count == 1 && _secrets.Count == 1) ? _sites : [];
        var found = SecretsAdvice.Of(secrets, sites.Count == 1 ? sites[0].Site : null).ToList();
        if (secrets is { ClientCertificateFile: { Length: > 0 } certificate, ClientKeyFile: { Length: > 0 } key })
            found.AddRange(new CertificateCheck(now).Client(certificate, key));
        Add(json, found);
        foreach (var (siteJson, site) in sites)
            _findings.AddRange(SecretsCheck.Of(site, secrets, json.File).Select(siteJson.Locate));
    }

    /// <summary>The board of a site: one of the files that are checked, else one of the folder.</summary>
    private Board? BoardOf(Site site, List<Finding> found)
    {
        if (site.Board.Length == 0)
            return null;
        if (_boards.FirstOrDefault(b => b.Board.Name == site.Board) is { Board: { } given } own)
            return own.Json.Findings.Count == 0 ? given : null;
        var known = BoardFile.Names(boards);
        if (!known.Contains(site.Board))
        {
            found.Add(new Finding("board", $"there is no board {site.Board}", $"there is {string.Join(", ", known)}; the nearest is {known.MinBy(k => EditDistance.Between(k, site.Board)) ?? "none"}"));
            return null;
        }

        try
        {
            return BoardFile.Read(boards, site.Board);
        }
        catch (SiteException)
        {
            found.Add(new Finding("board", $"the file of {site.Board} is not right", "check that file first"));
            return null;
        }
    }

    /// <summary>A device is one site's.</summary>
    private void CheckDevices()
    {
        foreach (var twice in _sites.Where(s => s.Site.Device.Length > 0).GroupBy(s => (s.Site.Name, s.Site.Device)))
        {
            foreach (var (json, site) in twice.Skip(1))
                _findings.Add(json.Locate(new Finding("device", $"{site.Name}/{site.Device} is the device of {twice.First().Json.File} as well, and the broker would cut off one of them", "give each device a name of its own")));
        }
    }

    private void CheckPasswords()
    {
        foreach (var twice in _secrets.Where(s => s.Secrets.BrokerPassword.Length > 0).GroupBy(s => s.Secrets.BrokerPassword, StringComparer.Ordinal))
        {
            foreach (var (json, _) in twice.Skip(1))
                _findings.Add(json.Locate(new Finding("broker_password", $"is that of {twice.First().Json.File} as well: whoever has one device has both", "give each device a password of its own")));
        }
    }

    /// <summary>What could not be read is wrong already: whatever else is found in the same entry follows from that.</summary>
    private void Add(JsonObjectReader json, IEnumerable<Finding> found)
    {
        var broken = json.Findings.Select(f => EntryOf(f.Path)).ToHashSet(StringComparer.Ordinal);
        _findings.AddRange(json.Findings);
        _findings.AddRange(found.Where(f => !broken.Contains(EntryOf(f.Path)) && !(f.Path.Length == 0 && broken.Count > 0)).Select(json.Locate));
    }

    /// <summary><c>sensors[2]</c> of <c>sensors[2].pin</c>.</summary>
    private static string EntryOf(string path) => path.Split('.')[0];
}

using Mosquitto;

namespace Ixp.Enroll;

/// <summary>The lines of mosquitto's password file. Those of others stay as they are.</summary>
internal sealed class PasswordList
{
    private readonly List<string> _lines;

    /// <param name="text">The file as it is; empty for a new one.</param>
    public PasswordList(string text) =>
        _lines = [.. text.Split('\n').Select(l => l.TrimEnd('\r')).Where(l => l.Length > 0)];

    public string Text => string.Concat(_lines.Select(l => l + "\n"));

    public bool Has(string user) => Find(user) >= 0;

    public bool IsPasswordOf(string user, string password) => Find(user) is >= 0 and var i && PasswordFile.Matches(_lines[i], password);

    /// <returns>Another user with that password, or null.</returns>
    public string? OtherWith(string password, string user) => _lines
        .Where(l => !l.StartsWith(user + ":", StringComparison.Ordinal) && PasswordFile.Matches(l, password))
        .Select(l => l[..l.IndexOf(':', StringComparison.Ordinal)])
        .FirstOrDefault();

    /// <summary>Gives the user that password; the line stays as it is if it has it already.</summary>
    public void Set(string user, string password)
    {
        if (IsPasswordOf(user, password))
            return;
        string line = PasswordFile.Line(user, password);
        if (Find(user) is >= 0 and var i)
            _lines[i] = line;
        else
            _lines.Add(line);
    }

    public void Remove(string user) => _lines.RemoveAll(l => l.StartsWith(user + ":", StringComparison.Ordinal));

    private int Find(string user) => _lines.FindIndex(l => l.StartsWith(user + ":", StringComparison.Ordinal));
}

namespace Ixp.Sites.Boards;

/// <summary>Reads how facts are known, and keeps all of it for the checks.</summary>
internal sealed class EvidenceReader
{
    private string _verified = "";

    /// <summary>All that has been read, in the order of the file.</summary>
    public List<Evidence> All { get; } = [];

    /// <param name="json">Has <c>source</c>, and <c>verified</c> where that differs from the board's.</param>
    public Evidence Read(JsonObjectReader json)
    {
        string verified = json.Path.Length == 0 || json.Has("verified") ? json.OneOf("verified", Evidence.Ways) : _verified;
        if (json.Path.Length == 0)
            _verified = verified;
        var evidence = new Evidence(json.Path, json.Texts("source"), verified);
        All.Add(evidence);
        return evidence;
    }

    /// <summary>Facts for people.</summary>
    public IReadOnlyList<BoardNote> Notes(JsonObjectReader json, string key) => [.. json.Objects(key).Select(Note)];

    public BoardNote Note(JsonObjectReader json)
    {
        var note = new BoardNote(json.Text("text"), Read(json));
        json.RefuseUnknown();
        return note;
    }
}

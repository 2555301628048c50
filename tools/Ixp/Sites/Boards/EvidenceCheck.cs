namespace Ixp.Sites.Boards;

/// <summary>Whatever a board file claims to have read somewhere says where, and that is listed.</summary>
internal static class EvidenceCheck
{
    public static IEnumerable<Finding> Of(Board board)
    {
        foreach (var evidence in board.Evidence)
        {
            string path = evidence.Path.Length > 0 ? evidence.Path + ".source" : "source";
            for (int i = 0; i < evidence.Sources.Count; i++)
            {
                string key = evidence.Sources[i];
                if (!board.Sources.ContainsKey(key))
                    yield return new Finding($"{path}[{i}]", $"'{key}' is not among the sources", $"the nearest is {board.Sources.Keys.MinBy(k => EditDistance.Between(k, key)) ?? "none"}");
            }

            if (evidence is { Verified: "source", Sources.Count: 0 })
                yield return new Finding(path, "is empty, and the fact is said to have been read", "name a source, or say unverified");
        }
    }
}

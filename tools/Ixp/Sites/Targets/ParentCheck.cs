namespace Ixp.Sites.Targets;

/// <summary>What a target is reached through is there, once, and not behind the target itself.</summary>
internal sealed class ParentCheck(Site site, TargetNames names)
{
    private readonly Dictionary<string, TargetEntry> _targets = site.Targets.DistinctBy(t => t.Name).ToDictionary(t => t.Name, StringComparer.Ordinal);
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    public IEnumerable<Finding?> Of(TargetEntry target, string path)
    {
        for (int i = 0; i < target.Parents.Count; i++)
        {
            string parent = target.Parents[i];
            string place = $"{path}.parents[{i}]";
            yield return target.Parents.Take(i).Contains(parent, StringComparer.Ordinal)
                ? new Finding(place, $"{parent} stands there twice", "name it once")
                : names.Missing(parent, place);
        }

        if (Circle(target.Name) is { } circle && _told.Add(string.Join(' ', circle.Order(StringComparer.Ordinal))))
            yield return new Finding(path + ".parents", $"{target.Name} is reached through itself: {string.Join(" through ", [target.Name, .. circle])}", "take away the parent that is not on the way");
    }

    /// <returns>A shortest way from parent to parent back to the target, which is its last; null if there is none.</returns>
    private IReadOnlyList<string>? Circle(string name)
    {
        var cameFrom = new Dictionary<string, string>(StringComparer.Ordinal);
        var waiting = new Queue<string>([name]);
        while (waiting.TryDequeue(out string? at))
        {
            foreach (string parent in _targets.GetValueOrDefault(at)?.Parents ?? [])
            {
                if (cameFrom.TryAdd(parent, at))
                    waiting.Enqueue(parent);
            }
        }

        if (!cameFrom.ContainsKey(name))
            return null;
        var circle = new List<string> { name };
        for (string at = cameFrom[name]; !string.Equals(at, name, StringComparison.Ordinal); at = cameFrom[at])
            circle.Insert(0, at);
        return circle;
    }
}

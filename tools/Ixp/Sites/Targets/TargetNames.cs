namespace Ixp.Sites.Targets;

/// <summary>What refers to a target by name finds it.</summary>
internal sealed class TargetNames(Site site)
{
    private readonly ILookup<string, TargetEntry> _targets = site.Targets.ToLookup(t => t.Name, StringComparer.Ordinal);

    /// <param name="path">Where the file names the target.</param>
    /// <returns>Why that cannot be, or null.</returns>
    public Finding? Missing(string name, string path) => _targets.Contains(name) || !site.IsWhole
        ? null
        : new Finding(path, $"no target is called {name}", $"the nearest is {site.Targets.MinBy(t => EditDistance.Between(t.Name, name))?.Name ?? "none"}");

    /// <summary>As above; what is asked by SNMP must be a target that is.</summary>
    public Finding? NotSnmp(string name, string path) => Missing(name, path) ?? (!_targets.Contains(name) || _targets[name].Any(t => t.Kind is "snmp")
        ? null
        : new Finding(path, $"{name} is a target of kind {_targets[name].First().Kind}, and this is asked by SNMP", "name a target of kind snmp"));
}

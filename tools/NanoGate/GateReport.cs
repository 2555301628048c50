namespace NanoGate;

/// <summary>The outcome for a set of projects, dependencies first.</summary>
/// <param name="Unreadable">Findings that kept the projects from being read at all.</param>
public sealed record GateReport(IReadOnlyList<CompiledProject> Projects, IReadOnlyList<Finding> Unreadable)
{
    public IEnumerable<Finding> Findings => Unreadable.Concat(Projects.SelectMany(p => p.Findings));
    public bool Passed => Unreadable.Count == 0 && Projects.All(p => p.Passed);

    /// <exception cref="KeyNotFoundException">No project of that assembly name was checked.</exception>
    public CompiledProject this[string assemblyName] => Projects.FirstOrDefault(p => p.AssemblyName == assemblyName)
        ?? throw new KeyNotFoundException($"No project with the assembly name {assemblyName} was checked; there are: {string.Join(", ", Projects.Select(p => p.AssemblyName))}.");
}

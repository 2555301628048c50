namespace Ixp.Sites;

/// <summary>A site, board or secrets file that cannot be used: which file, where in it, what is wrong and how to mend it.</summary>
public sealed class SiteException(string message) : Exception(message)
{
    /// <param name="findings">All that is wrong, each with its file.</param>
    public SiteException(IReadOnlyList<Finding> findings)
        : this(string.Join('\n', findings.Select(f => f.Located))) => Findings = findings;

    /// <summary>All that is wrong in the file; empty if it could not be read at all.</summary>
    public IReadOnlyList<Finding> Findings { get; } = [];
}

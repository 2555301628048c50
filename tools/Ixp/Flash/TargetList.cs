namespace Ixp.Flash;

/// <summary>What <c>nanoff --listtargets</c> tells: names, and below each some of its versions, in no order.</summary>
internal static class TargetList
{
    /// <returns>Versions of an image; empty if it is not there.</returns>
    public static IReadOnlyList<string> VersionsOf(string image, IEnumerable<string> lines)
    {
        var versions = new List<string>();
        bool isMeant = false;
        foreach (string line in lines.Select(l => l.Trim()))
        {
            if (!System.Version.TryParse(line, out _))
                isMeant = string.Equals(line, image, StringComparison.Ordinal);
            else if (isMeant)
                versions.Add(line);
        }

        return versions;
    }
}

namespace Ixp.Sites.Secrets;

/// <summary>The secrets have each community that a target names.</summary>
public static class SecretsCheck
{
    /// <param name="file">Where the secrets were read from; null for none.</param>
    /// <returns>All that is missing, in the order of the site file.</returns>
    public static IReadOnlyList<Finding> Of(Site site, SiteSecrets secrets, string? file)
    {
        var findings = new List<Finding>();
        for (int i = 0; i < site.Targets.Count; i++)
        {
            if (site.Targets[i].Text("community") is not { } name || secrets.Knows(name))
                continue;
            string path = $"targets[{i}].community";
            findings.Add(file is null
                ? new Finding(path, $"no file of secrets has the community {name}", $"give one with snmp_communities.{name}, by --secrets")
                : new Finding(path, $"{file} has no community {name}", $"give it there as snmp_communities.{name}"));
        }

        return findings;
    }
}

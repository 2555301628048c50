using System.Text.RegularExpressions;

namespace Ixp.Sites.Secrets;

/// <summary>Reads files of secrets. No complaint tells a value.</summary>
public static partial class SecretsFile
{
    /// <exception cref="SiteException">The file is not right.</exception>
    public static SiteSecrets Read(string file) => Read(JsonObjectReader.OpenSecret(file));

    internal static SiteSecrets Read(JsonObjectReader json)
    {
        var secrets = new SiteSecrets
        {
            BrokerPassword = json.Text("broker_password", ""),
            SnmpCommunities = Communities(json.Object("snmp_communities")),
        };
        json.RefuseUnknown();
        return secrets;
    }

    private static Dictionary<string, string> Communities(JsonObjectReader? json)
    {
        var communities = new Dictionary<string, string>();
        foreach (string name in json?.Keys() ?? [])
        {
            if (!SiteFile.IsLevel(name))
                throw json!.Error(name, "is no name; take 1 to 32 characters of a-z, 0-9, _ and -.");
            communities[name] = json!.Text(name, Community(), "a community of 1 to 64 characters of printable ASCII");
        }

        return communities;
    }

    [GeneratedRegex("^[ -~]{1,64}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Community();
}

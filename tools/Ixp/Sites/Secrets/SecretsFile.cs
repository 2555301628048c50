using System.Text.RegularExpressions;

namespace Ixp.Sites.Secrets;

/// <summary>Reads files of secrets. No complaint tells a value.</summary>
public static partial class SecretsFile
{
    /// <exception cref="SiteException">The file is not right.</exception>
    public static SiteSecrets Read(string file) => Read(JsonObjectReader.OpenSecret(file));

    /// <exception cref="SiteException">The file is not right; tells all that is wrong.</exception>
    internal static SiteSecrets Read(JsonObjectReader json)
    {
        var secrets = Parse(json);
        json.Finish();
        return secrets;
    }

    /// <returns>What could be read; what is wrong is noted in the reader.</returns>
    internal static SiteSecrets Parse(JsonObjectReader json)
    {
        var secrets = new SiteSecrets
        {
            BrokerPassword = json.Text("broker_password", ""),
            SnmpCommunities = Communities(json.Object("snmp_communities")),
            ClientCertificateFile = json.Has("client_certificate_file") ? json.FilePath("client_certificate_file") : null,
            ClientKeyFile = json.Has("client_key_file") ? json.FilePath("client_key_file") : null,
            WifiPassword = json.Has("wifi_password") ? json.Text("wifi_password", WifiPassword(), "a Wi-Fi password of 8 to 63 characters of printable ASCII") : "",
        };
        if (secrets.ClientCertificateFile is null != secrets.ClientKeyFile is null)
            json.Refuse(secrets.ClientKeyFile is null ? "client_key_file" : "client_certificate_file", "is missing", "certificate and key come together");
        json.RefuseUnknown();
        return secrets;
    }

    private static Dictionary<string, string> Communities(JsonObjectReader? json)
    {
        var communities = new Dictionary<string, string>();
        foreach (string name in json?.Keys() ?? [])
        {
            if (!SiteFile.IsLevel(name))
                json!.Refuse(name, "is no name", "take 1 to 32 characters of a-z, 0-9, _ and -");
            communities[name] = json!.Text(name, Community(), "a community of 1 to 64 characters of printable ASCII");
        }

        return communities;
    }

    [GeneratedRegex("^[ -~]{8,63}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WifiPassword();

    [GeneratedRegex("^[ -~]{1,64}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Community();
}

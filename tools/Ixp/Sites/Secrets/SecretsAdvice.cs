namespace Ixp.Sites.Secrets;

/// <summary>Secrets that are none. No finding tells a value.</summary>
internal static class SecretsAdvice
{
    private const int Least = 12;

    private static readonly string[] Placeholders =
        ["changeme", "change-me", "password", "passw0rd", "secret", "default", "example", "letmein", "qwertz", "qwerty", "12345678", "admin", "test", "todo", "xxxx"];

    /// <param name="site">Null if it is not known whose they are.</param>
    public static IEnumerable<Finding> Of(SiteSecrets secrets, Site? site)
    {
        if (secrets.BrokerPassword.Length > 0 && Weakness(secrets.BrokerPassword, site) is { } weakness)
            yield return new Finding("broker_password", weakness, "let ixp enroll make one, or take 12 characters that nobody guesses");
        if (secrets.WifiPassword.Length > 0 && Weakness(secrets.WifiPassword, site) is { } weak)
            yield return new Finding("wifi_password", weak, "take 12 characters that nobody guesses, and set them in the network too");
        if (site is null)
            yield break;
        if (secrets.ClientCertificateFile is not null && site.Broker.CaFile is null)
            yield return new Finding("client_certificate_file", "is told, and the site has no broker.tls", "give the site broker.tls.ca_file, or take certificate and key away");
        if (secrets.WifiPassword.Length > 0 && site.WifiName is null)
            yield return new Finding("wifi_password", "is told, and the site has no wifi", "give the site wifi.ssid, or take the password away");
    }

    private static string? Weakness(string secret, Site? site)
    {
        string plain = secret.ToLowerInvariant();
        return site is not null && (plain == site.Device || plain == site.Name)
            ? "is the name of the device or the site"
            : Placeholders.Any(p => plain.StartsWith(p, StringComparison.Ordinal) || plain.EndsWith(p, StringComparison.Ordinal))
                ? "is a placeholder or a word that everybody tries"
                : secret.Length < Least || secret.Distinct().Count() < Least / 3
                    ? $"is too short: less than {Least} characters, or nearly all the same"
                    : null;
    }
}

using System.Net;
using Ixp.Sites;

namespace Ixp.Checking;

/// <summary>What can work, but is seldom meant.</summary>
internal static class SiteAdvice
{
    public static IEnumerable<Finding> Of(Site site)
    {
        if (site.Broker.CaFile is not null && site.Broker.Port == SiteFile.PlainPort)
            yield return Warning("broker.port", $"{SiteFile.PlainPort} is where brokers listen without TLS", $"take {SiteFile.TlsPort}, or leave the port out");
        if (site.Broker.CaFile is null && site.Broker.Port == SiteFile.TlsPort)
            yield return Warning("broker.port", $"{SiteFile.TlsPort} is where brokers listen with TLS, and there is no broker.tls", "give broker.tls.ca_file, or take another port");
        if (site.Broker.CaFile is not null && site.TimeServers.Count == 0 && IsPrivate(site.Broker.Host))
            yield return Warning("time", "TLS needs the right time, and a private network may not reach the public servers that are asked unless told", "give time.servers");
        if (Documentation(site).FirstOrDefault() is { } example)
            yield return Warning(example.Path, $"{example.Address} is an address that is for examples alone (RFC 5737)", "give the real one");
    }

    /// <summary>Addresses of 192.0.2.0/24, 198.51.100.0/24 and 203.0.113.0/24.</summary>
    private static IEnumerable<(string Path, string Address)?> Documentation(Site site)
    {
        IEnumerable<(string Path, string? Address)> all =
        [
            ("broker.host", site.Broker.Host),
            ("network.address", site.Network?.Address),
            .. site.Targets.Select((t, i) => ($"targets[{i}].host", (string?)t.Host)),
        ];
        return all.Where(a => a.Address is { } address && (address.StartsWith("192.0.2.", StringComparison.Ordinal)
            || address.StartsWith("198.51.100.", StringComparison.Ordinal) || address.StartsWith("203.0.113.", StringComparison.Ordinal)))
            .Select(a => ((string, string)?)(a.Path, a.Address!));
    }

    /// <summary>10/8, 172.16/12, 192.168/16 (RFC 1918).</summary>
    private static bool IsPrivate(string host) => IPAddress.TryParse(host, out var address) && address.GetAddressBytes() switch
    {
        [10, _, _, _] => true,
        [172, >= 16 and <= 31, _, _] => true,
        [192, 168, _, _] => true,
        _ => false,
    };

    private static Finding Warning(string path, string reason, string mend) => new(path, reason, mend) { IsWarning = true };
}

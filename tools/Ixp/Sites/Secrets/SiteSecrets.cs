namespace Ixp.Sites.Secrets;

/// <summary>What a device needs and nobody may see. It has a file of its own, and no text that tells a value.</summary>
public sealed class SiteSecrets
{
    /// <summary>Name of the community of a target that names none.</summary>
    internal const string DefaultName = "default";

    private const string DefaultCommunity = "public";

    /// <summary>Password for the broker; empty for none.</summary>
    public string BrokerPassword { get; init; } = "";

    /// <summary>PEM file of the certificate that the device shows to its broker; null for none. It comes with its key.</summary>
    public string? ClientCertificateFile { get; init; }

    /// <summary>PEM file of the key to <see cref="ClientCertificateFile"/>.</summary>
    public string? ClientKeyFile { get; init; }

    /// <summary>Password of the Wi-Fi network; empty for an open one.</summary>
    public string WifiPassword { get; init; } = "";

    /// <summary>Communities of SNMP v2c by the name that targets know them by.</summary>
    public IReadOnlyDictionary<string, string> SnmpCommunities { get; init; } = new Dictionary<string, string>();

    /// <returns>True if a target can name it: <c>default</c> is <c>public</c> unless told.</returns>
    internal bool Knows(string name) => name is DefaultName || SnmpCommunities.ContainsKey(name);

    /// <summary>All that targets can name.</summary>
    internal IEnumerable<KeyValuePair<string, string>> Communities() => SnmpCommunities.ContainsKey(DefaultName)
        ? SnmpCommunities
        : SnmpCommunities.Prepend(KeyValuePair.Create(DefaultName, DefaultCommunity));
}
